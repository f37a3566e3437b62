using Infra.Local.Alarms;
using Infra.Local.Alarms.Resources;
using Infra.Local.Clock;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources.Ssm;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.Iam.Roles;
using Infra.Local.Metrics;
using Infra.Local.Metrics.Resources;
using Infra.Local.Notifications;
using Infra.Local.Notifications.Resources;
using Accounts = Infra.Local.Tests.S3.Some;
using Stacks = Infra.Local.Tests.CloudFormation.Some;

namespace Infra.Local.Tests.Alarms;

/// <summary>CloudWatch, SNS and CloudFormation on one movable clock, with a topic that alarms may publish to.</summary>
internal sealed class AlarmFixture : IDisposable
{
    private const string Topic = """ "T": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": "trust" } } """;

    private readonly CloudFormationEngine _engine;

    public AlarmFixture()
    {
        Metrics = new MetricStore(Clock);
        var identities = new IdentityStore(Accounts.Account, Clock);
        Topics = new Topics(Accounts.Account, new AccessControl(identities, Accounts.Account, Clock), Clock);
        Alarms = new MetricAlarms(Accounts.Account, Metrics, new AlarmActions(Accounts.Account, Topics, Faults), Clock);
        _engine = new CloudFormationEngine(
            Accounts.Account,
            new ResourceTypes(
            [
                new AlarmResource(Alarms), new DashboardResource(), new TopicResource(Topics),
                new TopicPolicyResource(Topics),
            ]),
            new SsmParameters(),
            Faults,
            Clock);
    }

    public LocalClock Clock { get; } = new();

    public FaultPlan Faults { get; } = new();

    public MetricStore Metrics { get; }

    public Topics Topics { get; }

    public MetricAlarms Alarms { get; }

    public Alarm Alarm => Alarms.All.Single();

    /// <summary>How often the alarm came to each state, in order.</summary>
    public IEnumerable<string> States => Alarm.History.Select(transition => transition.To.Text());

    /// <summary>
    /// The topic and an alarm named <c>run-failed</c> on <see cref="Some.Metric"/>: sum of five minutes of at least 1,
    /// for one period.
    /// </summary>
    /// <param name="properties">Properties besides these, each after a comma.</param>
    /// <param name="resources">Resources besides these, each after a comma.</param>
    public Task<StackResult> DeployAsync(string properties = "", string resources = "") =>
        DeployAsync(5 * 60, properties, resources);

    /// <summary>The same with another period.</summary>
    public Task<StackResult> DeployAsync(int periodSeconds, string properties = "", string resources = "") =>
        _engine.DeployAsync(Stacks.Stack($$"""
            {
              {{Topic}},
              "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": {
                "AlarmName": "run-failed", "Namespace": "TrustManager", "MetricName": "RunFailed",
                "Dimensions": [{ "Name": "DirectoryId", "Value": "d-0123456789" }],
                "Period": {{periodSeconds}}, "Statistic": "Sum", "ComparisonOperator": "GreaterThanOrEqualToThreshold",
                "Threshold": 1 {{OnePeriodUnless(properties)}} {{properties}} } }
              {{resources}}
            }
            """));

    /// <summary>Only these resources, and the topic.</summary>
    public Task<StackResult> DeployOnlyAsync(string resources) =>
        _engine.DeployAsync(Stacks.Stack($$"""{ {{Topic}}, {{resources}} }"""));

    public Task PassAsync(TimeSpan time) => Clock.AdvanceAsync(time);

    public void Dispose()
    {
        _engine.Dispose();
        Clock.Dispose();
    }

    private static string OnePeriodUnless(string properties) =>
        properties.Contains("EvaluationPeriods", StringComparison.Ordinal) ? "" : """, "EvaluationPeriods": 1""";
}
