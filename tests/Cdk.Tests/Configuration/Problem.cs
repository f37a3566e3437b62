using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Cdk.Tests.Configuration;

/// <summary>A change that makes a valid environment file invalid, and where the problem must be reported.</summary>
/// <param name="Setting">Path of the member to write.</param>
/// <param name="Value">JSON to write there; empty removes the member.</param>
/// <param name="ReportedAt">Path of the problem; null when it is the setting's.</param>
public sealed record Problem(string Setting, string Value, string? ReportedAt = null)
{
    public string Path => ReportedAt ?? Setting;

    public void ApplyTo(JsonObject document)
    {
        // A list's items are named by their place, as in network.clientCidrs[0].
        var names = Setting.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode place = document;
        foreach (var name in names[..^1])
        {
            place = name[0] == '[' ? place[int.Parse(name[1..^1], CultureInfo.InvariantCulture)]! : place[name] ??= new JsonObject();
        }

        var section = (JsonObject)place;

        if (Value.Length == 0)
        {
            section.Remove(names[^1]);
        }
        else
        {
            section[names[^1]] = JsonNode.Parse(Value);
        }
    }

    public static string Text(string text) => JsonSerializer.Serialize(text);
}
