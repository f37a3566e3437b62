using System.Text.Json.Nodes;

namespace Infra.Local.Alarms;

/// <summary>An alarm as the status page shows it.</summary>
public static class AlarmSummary
{
    public static JsonObject Of(Alarm alarm) => new()
    {
        ["name"] = alarm.Name,
        ["state"] = alarm.State.Text(),
        ["since"] = alarm.Since.ToString("O"),
        ["reason"] = alarm.Reason,
        ["failedActions"] = new JsonArray(
            [.. FailuresOf(alarm.History).Select(failure => JsonValue.Create(failure))]),
    };

    private static IReadOnlyList<string> FailuresOf(IReadOnlyList<AlarmTransition> history) =>
        history is [.., var last] ? last.FailedActions : [];
}
