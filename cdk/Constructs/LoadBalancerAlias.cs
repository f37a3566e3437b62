using Amazon.CDK.AWS.Route53;
using Constructs;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>A name of our own for the load balancer, so that it can be replaced while certificates still name it.</summary>
public sealed class LoadBalancerAlias : Construct
{
    public LoadBalancerAlias(Construct scope, string id, DnsSettings dns, InternalLoadBalancer loadBalancer)
        : base(scope, id) =>
        _ = new CfnRecordSet(this, "Resource", new CfnRecordSetProps
        {
            HostedZoneId = dns.HostedZoneId,
            Name = dns.HostName,
            Type = "A",
            AliasTarget = new CfnRecordSet.AliasTargetProperty
            {
                DnsName = loadBalancer.DnsName,
                HostedZoneId = loadBalancer.HostedZoneId,
                // There is no second load balancer to send clients to; an unhealthy one is still worth asking.
                EvaluateTargetHealth = false,
            },
        });
}
