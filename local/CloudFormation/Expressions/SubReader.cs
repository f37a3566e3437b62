using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary>Reads <c>Fn::Sub</c>, alone or with variables of its own, as the join of its parts.</summary>
internal static partial class SubReader
{
    public static Expression Read(ExpressionReader reader, JsonNode? argument, string path) => argument switch
    {
        JsonValue when Scalar.TextOf(argument) is { } template => Join(reader, template, [], path),
        JsonArray { Count: 2 } pair when Scalar.TextOf(pair[0]) is { } template && pair[1] is JsonObject variables =>
            Join(reader, template, variables, path),
        _ => reader.Problem(path, "it takes a string, or a list of a string and an object of variables."),
    };

    private static JoinExpression Join(ExpressionReader reader, string template, JsonObject variables, string path)
    {
        var (parts, end) = (new List<Expression>(), 0);
        foreach (Match variable in Variable().Matches(template))
        {
            parts.Add(Text(reader, template[end..variable.Index], path));
            parts.Add(Value(reader, variable.Groups[1].Value.Trim(), variables, path));
            end = variable.Index + variable.Length;
        }

        parts.Add(Text(reader, template[end..], path));
        return new JoinExpression("", new ListExpression(parts, path), path);
    }

    private static Expression Text(ExpressionReader reader, string text, string path) => reader.Read(JsonValue.Create(text), path);

    private static Expression Value(ExpressionReader reader, string name, JsonObject variables, string path)
    {
        if (name.StartsWith('!'))
        {
            return Text(reader, $"${{{name[1..]}}}", path);
        }

        if (variables.TryGetPropertyValue(name, out var value))
        {
            return reader.Read(value, $"{path}.{name}");
        }

        return name.Split('.', 2) is [var logicalId, var attribute]
            ? new GetAttExpression(logicalId, attribute, path)
            : new RefExpression(name, path);
    }

    [GeneratedRegex(@"\$\{([^{}]*)\}")]
    private static partial Regex Variable();
}
