using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Infra.Cdk.Constructs;

/// <summary>The bucket of a load balancer's access logs.</summary>
public sealed class AccessLogBucket : Construct
{
    public AccessLogBucket(Construct scope, string id, int retentionDays)
        : base(scope, id)
    {
        Bucket = new Bucket(this, "Resource", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
            // Load balancers write to no other kind of bucket (Application Load Balancers guide, "Access logs").
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            MinimumTLSVersion = 1.2,
            LifecycleRules =
            [
                new LifecycleRule
                {
                    Id = "OldLogs",
                    Expiration = Duration.Days(retentionDays),
                    AbortIncompleteMultipartUploadAfter = Duration.Days(7),
                },
            ],
            // An audit trail outlives what it is about.
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        Bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "LoadBalancersWriteLogs",
            // The same name in every Region; the older grant to an account of AWS's differs by Region.
            Principals = [new ServicePrincipal("logdelivery.elasticloadbalancing.amazonaws.com")],
            Actions = ["s3:PutObject"],
            Resources = [Bucket.ArnForObjects($"AWSLogs/{Stack.Of(this).Account}/*")],
        }));
    }

    public Bucket Bucket { get; }
}
