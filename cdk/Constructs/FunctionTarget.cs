using Amazon.CDK;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Infra.Cdk.Constructs;

/// <summary>The target group that holds the function, and the permission for it, and no other, to call the function.</summary>
/// <remarks>The CDK's own Lambda target lets the load balancers of every account call the function.</remarks>
public sealed class FunctionTarget : Construct
{
    /// <summary>
    /// Seconds between two health checks of one load balancer node. Each is a billed invocation, which also keeps a function
    /// instance warm for the first client of the day.
    /// </summary>
    private const int HealthCheckIntervalSeconds = 30;

    /// <summary>Longest wait for a health check, in seconds: a cold start and a second, and shorter than the interval, as ELB requires.</summary>
    private const int HealthCheckTimeoutSeconds = 5;

    /// <param name="name">
    /// Name of the target group, at most 32 characters and unique in the account and Region. Fixed, because the permission must
    /// exist before the function is registered and can then name the group only by pattern.
    /// </param>
    public FunctionTarget(Construct scope, string id, string name, IFunction function)
        : base(scope, id)
    {
        var stack = Stack.Of(this);
        var permission = new CfnPermission(this, "Permission", new CfnPermissionProps
        {
            Action = "lambda:InvokeFunction",
            FunctionName = function.FunctionArn,
            Principal = "elasticloadbalancing.amazonaws.com",
            SourceAccount = stack.Account,
            SourceArn = stack.FormatArn(new ArnComponents
            {
                Service = "elasticloadbalancing",
                Resource = "targetgroup",
                ResourceName = $"{name}/*",
            }),
        });
        var targetGroup = new CfnTargetGroup(this, "Resource", new CfnTargetGroupProps
        {
            Name = name,
            TargetType = "lambda",
            Targets = new object[] { new CfnTargetGroup.TargetDescriptionProperty { Id = function.FunctionArn } },
            HealthCheckEnabled = true,
            HealthCheckPath = CrlResponderFunction.HealthPath,
            HealthCheckIntervalSeconds = HealthCheckIntervalSeconds,
            HealthCheckTimeoutSeconds = HealthCheckTimeoutSeconds,
            HealthyThresholdCount = 2,
            UnhealthyThresholdCount = 2,
            Matcher = new CfnTargetGroup.MatcherProperty { HttpCode = "200" },
        });
        targetGroup.AddDependency(permission);
        TargetGroupArn = targetGroup.Ref;
    }

    public string TargetGroupArn { get; }
}
