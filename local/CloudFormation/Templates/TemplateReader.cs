using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>Reads the sections of a template.</summary>
internal sealed class TemplateReader(JsonObject document, List<string> problems)
{
    private static readonly string[] Sections =
    [
        "AWSTemplateFormatVersion", "Conditions", "Description", "Mappings", "Metadata", "Outputs", "Parameters", "Resources", "Rules",
    ];

    private readonly ExpressionReader _values = new(IntrinsicFunctions.OfValues, problems);

    public static Template Read(JsonObject document, List<string> problems) => new TemplateReader(document, problems).Read();

    private Template Read()
    {
        problems.AddRange(document.Select(section => section.Key).Except(Sections)
            .Select(section => $"{section}: this section is not emulated; these are: {string.Join(", ", Sections)}."));
        var resources = Section("Resources", (id, node, path) => ResourceReader.Read(id, node, path, _values, problems));
        if (resources.Count == 0)
        {
            problems.Add("Resources: a template needs at least one resource.");
        }

        return new Template
        {
            Parameters = Section("Parameters", (name, node, path) => ParameterReader.Read(name, node, path, problems)),
            Mappings = document["Mappings"]?.DeepClone() as JsonObject ?? [],
            Conditions = Conditions(),
            Rules = Section("Rules", ReadRule),
            Resources = resources,
            Outputs = Section("Outputs", ReadOutput),
        };
    }

    private Dictionary<string, Expression> Conditions()
    {
        var reader = new ExpressionReader(IntrinsicFunctions.OfConditions, problems);
        return (document["Conditions"] as JsonObject ?? []).ToDictionary(
            entry => entry.Key, entry => reader.Read(entry.Value, $"Conditions.{entry.Key}"));
    }

    private TemplateRule ReadRule(string name, JsonObject node, string path)
    {
        var reader = new ExpressionReader(IntrinsicFunctions.OfRules, problems);
        var assertions = (node["Assertions"] as JsonArray ?? []).OfType<JsonObject>().Select((assertion, index) => (
            reader.Read(assertion["Assert"], $"{path}.Assertions[{index}].Assert"),
            Scalar.TextOf(assertion["AssertDescription"]) ?? $"rule {name} does not hold."));
        return new TemplateRule(name, node["RuleCondition"] is { } when ? reader.Read(when, $"{path}.RuleCondition") : null, [.. assertions]);
    }

    private TemplateOutput ReadOutput(string key, JsonObject node, string path) => new(
        key,
        _values.Read(node["Value"], $"{path}.Value"),
        node["Export"] is { } export ? _values.Read(export["Name"], $"{path}.Export.Name") : null,
        Scalar.TextOf(node["Condition"]));

    private List<T> Section<T>(string name, Func<string, JsonObject, string, T> read)
    {
        var entries = new List<T>();
        foreach (var (key, node) in document[name] as JsonObject ?? [])
        {
            if (node is JsonObject entry)
            {
                entries.Add(read(key, entry, $"{name}.{key}"));
            }
            else
            {
                problems.Add($"{name}.{key}: it must be a JSON object.");
            }
        }

        return entries;
    }
}
