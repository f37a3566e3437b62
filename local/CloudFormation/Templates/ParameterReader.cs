using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>Reads an entry of <c>Parameters</c>.</summary>
internal static class ParameterReader
{
    private static readonly string[] Members =
    [
        "AllowedPattern", "AllowedValues", "ConstraintDescription", "Default", "Description", "MaxLength", "MaxValue", "MinLength",
        "MinValue", "NoEcho", "Type",
    ];

    public static TemplateParameter Read(string name, JsonObject node, string path, List<string> problems)
    {
        problems.AddRange(node.Select(member => member.Key).Except(Members)
            .Select(member => $"{path}: unknown member '{member}'; it may have {string.Join(", ", Members)}."));
        if (Scalar.TextOf(node["Type"]) is not { } type)
        {
            problems.Add($"{path}: it has no Type.");
            type = "String";
        }

        return new TemplateParameter(name, type)
        {
            Default = Scalar.TextOf(node["Default"]),
            AllowedValues = node["AllowedValues"] is JsonArray values ? [.. values.Select(value => Scalar.TextOf(value) ?? "")] : null,
            AllowedPattern = Scalar.TextOf(node["AllowedPattern"]),
            Limits = ((int?)Number("MinLength"), (int?)Number("MaxLength"), Number("MinValue"), Number("MaxValue")),
        };

        decimal? Number(string member)
        {
            if (Scalar.TextOf(node[member]) is not { } text)
            {
                return null;
            }

            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            problems.Add($"{path}.{member}: '{text}' is not a number.");
            return null;
        }
    }
}
