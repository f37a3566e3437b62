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
        var names = Setting.Split('.');
        var section = document;
        foreach (var name in names[..^1])
        {
            section = (JsonObject)(section[name] ??= new JsonObject());
        }

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
