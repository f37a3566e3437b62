using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;

namespace Infra.Local.Alarms.Resources;

/// <summary>An alarm as templates write it; CloudWatch API reference, PutMetricAlarm.</summary>
internal static class AlarmProperties
{
    public const int MaxNameLength = 255, MaxDescriptionLength = 1024, MaxActions = 5;

    private static readonly string[] Actions = ["OKActions", "AlarmActions", "InsufficientDataActions"];

    public static IEnumerable<string> NotEmulated(JsonObject properties) =>
    [
        .. properties.Except(
            [.. WatchProperties.Emulated, .. Actions, "ActionsEnabled", "AlarmDescription", "AlarmName", "Tags"]),
        .. from name in Actions
           from action in properties.Texts(name)
           where !AlarmActions.IsEmulated(action)
           select $"{name} ({action})",
        .. WatchProperties.NotEmulated(properties),
    ];

    /// <exception cref="AwsException"><c>ValidationError</c>.</exception>
    public static AlarmDefinition Read(string name, JsonObject properties) => new()
    {
        Name = Bounded(name, "AlarmName", MaxNameLength),
        Description = properties.Text("AlarmDescription") is { } text
            ? Bounded(text, "AlarmDescription", MaxDescriptionLength)
            : null,
        Watch = WatchProperties.Read(properties),
        ActionsEnabled = properties.Flag("ActionsEnabled") ?? true,
        OkActions = ActionsIn(properties, "OKActions"),
        AlarmActions = ActionsIn(properties, "AlarmActions"),
        InsufficientDataActions = ActionsIn(properties, "InsufficientDataActions"),
    };

    private static IReadOnlyList<string> ActionsIn(JsonObject properties, string name)
    {
        var actions = properties.Texts(name);
        return actions.Count <= MaxActions
            ? actions
            : throw Invalid(name, $"it has {actions.Count} actions and may have {MaxActions}.");
    }

    private static string Bounded(string text, string name, int limit) => text.Length <= limit
        ? text
        : throw Invalid(name, $"it has {text.Length} characters and may have {limit}.");

    private static AwsException Invalid(string name, string problem) =>
        new("ValidationError", $"Property {name}: {problem}");
}
