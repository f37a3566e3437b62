using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>Reads an entry of <c>Resources</c>.</summary>
internal static class ResourceReader
{
    private static readonly string[] Attributes =
        ["Condition", "DeletionPolicy", "DependsOn", "Metadata", "Properties", "Type", "UpdateReplacePolicy"];

    private static readonly string[] IgnoredAttributes = ["CreationPolicy", "UpdatePolicy"];

    public static TemplateResource Read(string logicalId, JsonObject node, string path, ExpressionReader reader, List<string> problems)
    {
        problems.AddRange(node.Select(attribute => attribute.Key).Except([.. Attributes, .. IgnoredAttributes])
            .Select(attribute => $"{path}: unknown attribute '{attribute}'; it may have {string.Join(", ", Attributes)}."));
        if (!logicalId.All(char.IsAsciiLetterOrDigit))
        {
            problems.Add($"{path}: a logical id has only letters and digits.");
        }

        if (Scalar.TextOf(node["Type"]) is not { Length: > 0 } type)
        {
            problems.Add($"{path}: it has no Type.");
            type = "";
        }

        return new TemplateResource(logicalId, type, reader.Read(node["Properties"] ?? new JsonObject(), $"{path}.Properties"))
        {
            Condition = Scalar.TextOf(node["Condition"]),
            DependsOn = DependsOn(node["DependsOn"]),
            DeletionPolicy = Policy(node, "DeletionPolicy", path, problems),
            UpdateReplacePolicy = Policy(node, "UpdateReplacePolicy", path, problems),
            NotEmulated = [.. IgnoredAttributes.Where(node.ContainsKey)],
        };
    }

    private static List<string> DependsOn(JsonNode? node) => node switch
    {
        JsonArray items => [.. items.Select(item => Scalar.TextOf(item) ?? "")],
        null => [],
        _ => [Scalar.TextOf(node) ?? ""],
    };

    private static RemovalPolicy Policy(JsonObject node, string attribute, string path, List<string> problems)
    {
        var text = Scalar.TextOf(node[attribute]) ?? nameof(RemovalPolicy.Delete);
        if (Enum.GetNames<RemovalPolicy>().Contains(text))
        {
            return Enum.Parse<RemovalPolicy>(text);
        }

        problems.Add($"{path}.{attribute}: '{text}' is not emulated; these are: {string.Join(", ", Enum.GetNames<RemovalPolicy>())}.");
        return RemovalPolicy.Retain;
    }
}
