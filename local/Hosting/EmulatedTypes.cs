using Infra.Local.Account;
using Infra.Local.Alarms;
using Infra.Local.Alarms.Resources;
using Infra.Local.Clock;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources.Cdk;
using Infra.Local.CloudFormation.Resources.Dns;
using Infra.Local.CloudFormation.Resources.Logs;
using Infra.Local.CloudFormation.Resources.Ssm;
using Infra.Local.Events.Resources;
using Infra.Local.Events.Rules;
using Infra.Local.Iam.Resources;
using Infra.Local.Iam.Roles;
using Infra.Local.Lambda;
using Infra.Local.Lambda.Resources;
using Infra.Local.LoadBalancing;
using Infra.Local.LoadBalancing.Resources;
using Infra.Local.Metrics.Resources;
using Infra.Local.Network;
using Infra.Local.Network.Resources;
using Infra.Local.Notifications;
using Infra.Local.Notifications.Resources;
using Infra.Local.PrivateCa;
using Infra.Local.PrivateCa.Resources;
using Infra.Local.S3;
using Infra.Local.S3.Resources;
using Infra.Local.S3.Store;

namespace Infra.Local.Hosting;

/// <summary>The resource types that templates may use, service by service; everything else is listed as not emulated.</summary>
internal static class EmulatedTypes
{
    public static IEnumerable<IResourceType> OfIam(AwsAccount account, IdentityStore identities) =>
    [
        new RoleResource(identities, account),
        new PolicyResource(identities),
        new ManagedPolicyResource(identities, account),
    ];

    public static IEnumerable<IResourceType> OfS3(AwsAccount account, ObjectStore objects, S3Access access, LocalClock clock) =>
    [
        new BucketResource(objects, account, clock),
        new BucketPolicyResource(objects, access),
    ];

    public static IEnumerable<IResourceType> OfPrivateCa(AwsAccount account, PrivateCaService privateCa, LocalClock clock) =>
    [
        new CertificateAuthorityResource(privateCa, account),
        new CertificateResource(privateCa, account),
        new CertificateAuthorityActivationResource(privateCa, account, clock),
    ];

    public static IEnumerable<IResourceType> OfLambda(Functions functions, LambdaHost host) =>
    [
        new FunctionResource(functions, host),
        new PermissionResource(functions),
        new EventInvokeConfigResource(functions),
    ];

    public static IEnumerable<IResourceType> OfEvents(AwsAccount account, EventRules rules) =>
    [
        new RuleResource(rules, account),
    ];

    public static IEnumerable<IResourceType> OfLoadBalancing(
        SecurityGroups securityGroups, TargetGroups targetGroups, LoadBalancers loadBalancers) =>
    [
        new SecurityGroupResource(securityGroups),
        new SecurityGroupIngressResource(securityGroups),
        new SecurityGroupEgressResource(securityGroups),
        new TargetGroupResource(targetGroups),
        new LoadBalancerResource(loadBalancers),
        new ListenerResource(loadBalancers),
    ];

    public static IEnumerable<IResourceType> OfNotifications(Topics topics) =>
    [
        new TopicResource(topics),
        new SubscriptionResource(topics),
        new TopicPolicyResource(topics),
    ];

    public static IEnumerable<IResourceType> OfMonitoring(MetricAlarms alarms) =>
    [
        new AlarmResource(alarms),
        new DashboardResource(),
    ];

    public static IEnumerable<IResourceType> OfTheRest(
        AwsAccount account, LogGroups logGroups, DnsRecords records, SsmParameters parameters) =>
    [
        new LogGroupResource(logGroups, account),
        new RecordSetResource(records),
        new ParameterResource(parameters),
        new MetadataResource(),
    ];
}
