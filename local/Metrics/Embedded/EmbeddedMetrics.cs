using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.Metrics.Embedded;

/// <summary>
/// Reads the embedded metric format; CloudWatch user guide, "Specification: Embedded metric format".
/// </summary>
public static class EmbeddedMetrics
{
    private const string Root = "_aws";

    /// <summary>Values in one array (the same page, "Target members").</summary>
    private const int MaxValues = 100;

    /// <summary>The metrics in a log line; none when it has no such object.</summary>
    /// <exception cref="FormatException">It has one that CloudWatch would not read.</exception>
    public static IReadOnlyList<EmbeddedMetric> Read(string line)
    {
        // Most lines of a log are something else, and need not be parsed to know it.
        if (!line.StartsWith('{') || !line.Contains($"\"{Root}\"", StringComparison.Ordinal))
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(line) is JsonObject document && document[Root] is JsonObject metadata
                ? Of(metadata, document)
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new FormatException($"The line is no embedded metric: {e.Message}", e);
        }
    }

    private static IReadOnlyList<EmbeddedMetric> Of(JsonObject metadata, JsonObject document)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(
            metadata["Timestamp"]?.GetValue<long>() ?? throw new FormatException("'Timestamp' is missing."));
        return [.. Objects(metadata, "CloudWatchMetrics").SelectMany(directive => Of(directive, document, at))];
    }

    private static IEnumerable<EmbeddedMetric> Of(JsonObject directive, JsonObject document, DateTimeOffset at)
    {
        var metricNamespace = Text(directive, "Namespace");
        var sets = SetsOf(directive, document);
        foreach (var definition in Objects(directive, "Metrics"))
        {
            var name = Text(definition, "Name");
            if (document[name] is not { } target)
            {
                continue;
            }

            var values = Values(target, name);
            var unit = definition["Unit"]?.GetValue<string>();
            foreach (var dimensions in sets)
            {
                yield return new EmbeddedMetric(new Metric(metricNamespace, name, dimensions), at, values, unit);
            }
        }
    }

    /// <summary>Each set makes a metric of its own; no set makes one without dimensions.</summary>
    private static List<DimensionSet> SetsOf(JsonObject directive, JsonObject document)
    {
        var sets = directive["Dimensions"] as JsonArray
            ?? throw new FormatException("Dimensions must be a list of lists.");
        return sets.Count == 0 ? [DimensionSet.Of()] : [.. sets.Select(set => SetOf(set, document))];
    }

    private static DimensionSet SetOf(JsonNode? set, JsonObject document)
    {
        var names = set as JsonArray ?? throw new FormatException("Dimensions must be a list of lists.");
        return names.Count <= DimensionSet.Maximum
            ? DimensionSet.Of(names.Select(name => (name!.GetValue<string>(), Text(document, name.GetValue<string>()))))
            : throw new FormatException($"A set has {names.Count} dimensions and may have {DimensionSet.Maximum}.");
    }

    private static List<double> Values(JsonNode target, string name)
    {
        List<double> values = target is JsonArray list
            ? [.. list.Select(value => value!.GetValue<double>())]
            : [target.GetValue<double>()];
        return values.Count is > 0 and <= MaxValues
            ? values
            : throw new FormatException($"'{name}' has {values.Count} values; it must have 1 to {MaxValues}.");
    }

    private static IEnumerable<JsonObject> Objects(JsonObject parent, string name) =>
        (parent[name] as JsonArray ?? throw new FormatException($"{name} must be a list."))
            .Select(item => item as JsonObject ?? throw new FormatException($"{name} must be a list of objects."));

    private static string Text(JsonObject parent, string name) =>
        parent[name]?.GetValue<string>() ?? throw new FormatException($"'{name}' is missing.");
}
