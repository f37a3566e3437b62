using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>Gives parameters their values and checks them.</summary>
internal static class ParameterValues
{
    /// <param name="parameters">What the template has.</param>
    /// <param name="given">Values for this deployment; the others get their defaults.</param>
    /// <param name="ssm">Value of an SSM parameter; null when there is none.</param>
    /// <exception cref="Endpoint.AwsException"><c>ValidationError</c> with every problem.</exception>
    public static Dictionary<string, JsonNode> Of(
        IReadOnlyList<TemplateParameter> parameters, IReadOnlyDictionary<string, string> given, Func<string, string?> ssm)
    {
        var problems = given.Keys.Except(parameters.Select(parameter => parameter.Name))
            .Select(name => $"Parameters.{name}: the template has no such parameter.").ToList();
        var values = new Dictionary<string, JsonNode>();
        foreach (var parameter in parameters)
        {
            var text = given.GetValueOrDefault(parameter.Name) ?? parameter.Default;
            var problem = text is null ? "a value must be given." : Problem(parameter, text);
            if (problem is null && parameter.IsFromSsm)
            {
                (text, problem) = ssm(text!) is { } stored ? (stored, null) : (text, $"there is no SSM parameter '{text}'.");
            }

            if (problem is not null)
            {
                problems.Add($"Parameters.{parameter.Name}: {problem}");
                continue;
            }

            values[parameter.Name] = parameter.IsList
                ? new JsonArray([.. text!.Split(',').Select(item => JsonValue.Create(item.Trim()))])
                : JsonValue.Create(text)!;
        }

        return problems.Count == 0 ? values : throw TemplateError.Because(problems);
    }

    private static string? Problem(TemplateParameter parameter, string text)
    {
        var (minLength, maxLength, minValue, maxValue) = parameter.Limits;
        if (parameter.AllowedValues is { } allowed && !allowed.Contains(text))
        {
            return $"'{text}' is not one of {string.Join(", ", allowed)}.";
        }

        if (parameter.AllowedPattern is { } pattern && !Regex.IsMatch(text, $"^(?:{pattern})$"))
        {
            return $"'{text}' does not match {pattern}.";
        }

        if (text.Length < minLength || text.Length > maxLength)
        {
            return $"'{text}' has {text.Length} characters; {minLength ?? 0} to {maxLength ?? int.MaxValue} are allowed.";
        }

        if (parameter.Type != "Number")
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number < minValue || number > maxValue ? $"{text} is not from {minValue} to {maxValue}." : null
            : $"'{text}' is not a number.";
    }
}
