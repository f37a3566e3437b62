using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using Constructs;
using Infra.Cdk.Constructs;

namespace Infra.Cdk.Stacks;

/// <summary>Everything between a private bucket and a client inside the network that wants a CRL.</summary>
public sealed class CrlDistributionStack : Stack
{
    public CrlDistributionStack(Construct scope, string id, CrlDistributionStackProps props)
        : base(scope, id, props)
    {
        var settings = props.Settings;
        var distribution = settings.CrlDistribution;
        var key = distribution.KmsKeyArn is { } arn ? Key.FromKeyArn(this, "CrlKey", arn) : null;

        var bucket = new CrlBucket(this, "CrlBucket", new CrlBucketProps
        {
            EncryptionKey = key,
            SupersededVersionDays = distribution.SupersededVersionDays,
            CustomPaths =
            [
                distribution.CustomPath,
                settings.CertificateAuthority.RestoreCustomPath,
                .. settings.FormerCertificateAuthorities.Select(former => former.RestoreCustomPath),
            ],
            Roles = props.Roles,
        }).Bucket;
        var responder = new CrlResponderFunction(this, "CrlResponder", new CrlResponderFunctionProps
        {
            PackageFolder = props.CrlResponderFolder,
            CrlBucket = bucket,
            EncryptionKey = key,
            Function = settings.Functions,
            CrlDistribution = distribution,
            Network = settings.Network,
        });
        var loadBalancer = new InternalLoadBalancer(this, "LoadBalancer", new InternalLoadBalancerProps
        {
            Network = settings.Network,
            Target = new FunctionTarget(this, "CrlTarget", $"crl-{settings.Name}", responder.Function),
            AccessLogs = distribution.AccessLogs.Enabled
                ? new AccessLogBucket(this, "AccessLogs", distribution.AccessLogs.RetentionDays)
                : null,
            DeletionProtection = distribution.DeletionProtection,
        });
        if (distribution.Dns is { } dns)
        {
            _ = new LoadBalancerAlias(this, "CrlHostName", dns, loadBalancer);
        }

        CrlBucket = bucket;
        CrlHost = distribution.Dns?.HostName ?? loadBalancer.DnsName;
        Output("CrlBucketName", bucket.BucketName, "Bucket that AWS Private CA writes CRLs to.");
        Output("LoadBalancerDnsName", loadBalancer.DnsName, "Own name of the internal load balancer.");
        Output("CrlResponderFunctionName", responder.Function.FunctionName, "Function that answers CRL requests.");
    }

    public IBucket CrlBucket { get; }

    /// <summary>Host that CRL URLs name.</summary>
    public string CrlHost { get; }

    private void Output(string name, string value, string description) =>
        _ = new CfnOutput(this, name, new CfnOutputProps { Value = value, Description = description });
}
