using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.Notifications;

namespace Infra.Local.Alarms;

/// <summary>Does what alarms want done when they change: publishes to SNS topics, under the topics' policies.</summary>
public sealed class AlarmActions(AwsAccount account, Topics topics, FaultPlan faults)
{
    private const string Service = "cloudwatch.amazonaws.com";

    /// <summary>Whether an action is emulated: those that are a topic.</summary>
    public static bool IsEmulated(string action) => action.Split(':') is [_, _, "sns", ..];

    /// <returns>What could not be done, and why.</returns>
    internal IReadOnlyList<string> Take(Alarm alarm, AlarmTransition transition) =>
    [
        .. alarm.Definition.ActionsFor(transition.To)
            .Where(IsEmulated)
            .Select(action => Publish(action, alarm, transition))
            .OfType<string>(),
    ];

    private string? Publish(string topicArn, Alarm alarm, AlarmTransition transition)
    {
        try
        {
            faults.ThrowIfPlanned("sns", "Publish");
            topics.Publish(
                new Publication(
                    topicArn,
                    AlarmMessage.Subject(alarm, transition, account),
                    AlarmMessage.Text(alarm, transition, account)),
                new Principal.Service(Service, alarm.Arn, account.Id));
            return null;
        }
        catch (AwsException e)
        {
            return $"Failed to execute action {topicArn}. Received error: \"{e.Message}\"";
        }
    }
}
