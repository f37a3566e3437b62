using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary>Reads template JSON into expressions and collects every problem on the way.</summary>
/// <param name="functions">Intrinsic functions that this section of a template may use, by their key.</param>
/// <param name="problems">Gets one sentence a problem.</param>
internal sealed class ExpressionReader(IReadOnlyDictionary<string, FunctionReader> functions, ICollection<string> problems)
{
    private const string DynamicReference = "{{resolve:";

    public Expression Read(JsonNode? node, string path) => node switch
    {
        JsonObject members when members.FirstOrDefault(member => IsFunction(member.Key)).Key is { } name => ReadFunction(name, members, path),
        JsonObject members => new MapExpression(
            [.. members.Select(member => KeyValuePair.Create(member.Key, Read(member.Value, $"{path}.{member.Key}")))], path),
        JsonArray items => ReadList(items, path),
        JsonValue value => ReadLiteral(value, path),
        _ => Problem(path, "null is not allowed in a template; leave it out or use AWS::NoValue."),
    };

    public ListExpression ReadList(JsonArray items, string path) =>
        new([.. items.Select((item, index) => Read(item, $"{path}[{index}]"))], path);

    /// <summary>Notes a problem; what comes back stands for the value that could not be read.</summary>
    public Expression Problem(string path, string problem)
    {
        problems.Add($"{path}: {problem}");
        return new Literal(JsonValue.Create(""), path);
    }

    /// <remarks>A <c>Condition</c> key is a function only where conditions are; IAM policies have one too.</remarks>
    private bool IsFunction(string key) =>
        key == "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal) || functions.ContainsKey(key);

    private Expression ReadFunction(string name, JsonObject members, string path)
    {
        if (members.Count != 1)
        {
            return Problem(
                path, $"an object with {name} must have no other members; it has {string.Join(", ", members.Select(member => member.Key))}.");
        }

        return functions.TryGetValue(name, out var read)
            ? read(this, members[name], $"{path}.{name}")
            : Problem(path, $"intrinsic function {name} is not emulated here; these are: {string.Join(", ", functions.Keys)}.");
    }

    private Expression ReadLiteral(JsonValue value, string path) =>
        value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Contains(DynamicReference, StringComparison.Ordinal)
            ? Problem(path, $"dynamic references ({DynamicReference}…}}}}) are not emulated.")
            : new Literal((JsonValue)value.DeepClone(), path);
}
