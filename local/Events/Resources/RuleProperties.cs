using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;
using Infra.Local.Events.Patterns;
using Infra.Local.Events.Rules;
using Infra.Local.Events.Schedules;

namespace Infra.Local.Events.Resources;

/// <summary>Reads a rule as it stands in a template.</summary>
internal static class RuleProperties
{
    /// <summary>EventBridge quotas, "Targets per rule".</summary>
    private const int MaxTargets = 5;

    private static readonly string[] Emulated =
        ["Description", "EventBusName", "EventPattern", "Name", "ScheduleExpression", "State", "Tags", "Targets"];

    /// <remarks>RetryPolicy is for events that Lambda does not take for a while; here it takes or refuses each at once.</remarks>
    private static readonly string[] EmulatedInTarget = ["Arn", "Id", "Input", "RetryPolicy"];

    /// <summary>What the function gets depends on these; a rule that ignored them would call it wrongly.</summary>
    private static readonly string[] Refused = ["InputPath", "InputTransformer"];

    public static IEnumerable<string> NotEmulated(JsonObject properties) =>
    [
        .. properties.Except(Emulated),
        .. properties.Objects("Targets").SelectMany((target, i) => IsFunction(target)
            ? target.Except([.. EmulatedInTarget, .. Refused]).Select(member => $"Targets[{i}].{member}")
            : [$"Targets[{i}] (only functions are called)"]),
    ];

    /// <exception cref="AwsException"><c>ValidationException</c>.</exception>
    public static EventRule Read(JsonObject properties, string name, AwsAccount account)
    {
        var schedule = properties.Text("ScheduleExpression");
        var pattern = properties.Child("EventPattern");
        if (schedule is null && pattern is null)
        {
            throw Invalid("the rule has neither EventPattern nor ScheduleExpression; give one of them.");
        }

        if (properties.Text("EventBusName") is not (null or "default") and var bus)
        {
            throw Invalid($"EventBusName is '{bus}'; the local AWS has the bus 'default' only.");
        }

        try
        {
            return new EventRule
            {
                Name = name,
                Arn = account.Arn("events", $"rule/{name}"),
                Schedule = schedule is null ? null : ScheduleExpression.Parse(schedule),
                Pattern = pattern is null ? null : EventPattern.Parse(pattern),
                IsEnabled = IsEnabled(properties.Text("State")),
                Targets = Targets(properties),
            };
        }
        catch (FormatException e)
        {
            throw Invalid(e.Message);
        }
    }

    private static bool IsEnabled(string? state) => state switch
    {
        null or "ENABLED" or "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" => true,
        "DISABLED" => false,
        _ => throw Invalid(
            $"State is '{state}'; it must be ENABLED, DISABLED or ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS."),
    };

    private static RuleTarget[] Targets(JsonObject properties)
    {
        var targets = properties.Objects("Targets");
        if (targets.Count > MaxTargets)
        {
            throw Invalid($"the rule has {targets.Count} targets of at most {MaxTargets}; make two rules of it.");
        }

        if (targets.GroupBy(target => target.RequiredText("Id")).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw Invalid($"two targets have the Id '{twice.Key}'; give each its own.");
        }

        return [.. targets.Where(IsFunction).Select(Target)];
    }

    private static RuleTarget Target(JsonObject target)
    {
        if (Refused.FirstOrDefault(target.ContainsKey) is { } refused)
        {
            throw Invalid(
                $"the target {target.RequiredText("Id")} has {refused}, which the local AWS does not emulate; leave it out.");
        }

        return new RuleTarget(target.RequiredText("Id"), target.RequiredText("Arn"), Input(target.Text("Input")));
    }

    private static string? Input(string? json)
    {
        try
        {
            _ = json is null ? null : JsonNode.Parse(json);
            return json;
        }
        catch (JsonException e)
        {
            throw Invalid($"Input of a target is not JSON: {e.Message}");
        }
    }

    private static bool IsFunction(JsonObject target) =>
        target.RequiredText("Arn").Contains(":lambda:", StringComparison.Ordinal);

    private static AwsException Invalid(string problem) => new("ValidationException", $"AWS::Events::Rule: {problem}");
}
