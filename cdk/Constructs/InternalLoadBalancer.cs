using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Constructs;

namespace Infra.Cdk.Constructs;

/// <summary>The load balancer inside the VPC that CRL clients ask over plain HTTP.</summary>
/// <remarks>
/// Plain HTTP is what CRL URLs use: a CRL is signed, and fetching it over TLS would need a certificate that would need a CRL.
/// Built from resources and not from the CDK's load balancer, which opens listeners to everyone and wants to look up the VPC.
/// </remarks>
public sealed class InternalLoadBalancer : Construct
{
    public InternalLoadBalancer(Construct scope, string id, InternalLoadBalancerProps props)
        : base(scope, id)
    {
        var clients = new ClientSecurityGroup(this, "SecurityGroup", props.Network.VpcId, props.Network.ClientCidrs);
        Resource = new CfnLoadBalancer(this, "Resource", new CfnLoadBalancerProps
        {
            Type = "application",
            Scheme = "internal",
            IpAddressType = "ipv4",
            Subnets = [.. props.Network.LoadBalancerSubnetIds],
            SecurityGroups = [clients.GroupId],
            LoadBalancerAttributes = Attributes(props).Select(attribute => (object)attribute).ToArray(),
        });
        if (props.AccessLogs is { } logs)
        {
            // The load balancer writes a test object when logs are switched on, so it must be allowed to by then.
            Resource.Node.AddDependency(logs.Bucket.Policy!);
        }

        _ = new CfnListener(this, "Listener", new CfnListenerProps
        {
            LoadBalancerArn = Resource.Ref,
            Port = 80,
            Protocol = "HTTP",
            DefaultActions = new object[]
            {
                new CfnListener.ActionProperty { Type = "forward", TargetGroupArn = props.Target.TargetGroupArn },
            },
        });
    }

    /// <summary>The load balancer's own name; Route 53 and clients compare names without regard to case.</summary>
    public string DnsName => Resource.AttrDnsName;

    /// <summary>Route 53's zone of <see cref="DnsName"/>, which an alias record names.</summary>
    public string HostedZoneId => Resource.AttrCanonicalHostedZoneId;

    private CfnLoadBalancer Resource { get; }

    private static IEnumerable<CfnLoadBalancer.LoadBalancerAttributeProperty> Attributes(InternalLoadBalancerProps props)
    {
        yield return Attribute("deletion_protection.enabled", props.DeletionProtection);
        yield return Attribute("routing.http.drop_invalid_header_fields.enabled", true);
        yield return new() { Key = "routing.http.desync_mitigation_mode", Value = "defensive" };
        yield return Attribute("access_logs.s3.enabled", props.AccessLogs is not null);
        if (props.AccessLogs is { } logs)
        {
            yield return new() { Key = "access_logs.s3.bucket", Value = logs.Bucket.BucketName };
        }
    }

    private static CfnLoadBalancer.LoadBalancerAttributeProperty Attribute(string key, bool value) =>
        new() { Key = key, Value = value ? "true" : "false" };
}
