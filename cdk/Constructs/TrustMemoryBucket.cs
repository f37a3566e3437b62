using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Infra.Cdk.Constructs;

/// <summary>The private bucket in which the functions remember what they registered with directories.</summary>
public sealed class TrustMemoryBucket : Construct
{
    /// <summary>How long earlier states are kept, which are read when the newest is broken.</summary>
    /// <remarks>
    /// Days. A year, so that the state before a change is still there when somebody looks into the certificates of that
    /// time; each is a few kilobytes.
    /// </remarks>
    private const int EarlierStateDays = 365;

    /// <param name="scope">Becomes the parent.</param>
    /// <param name="id">Id in it.</param>
    /// <param name="roles">The roles that may change what is kept.</param>
    public TrustMemoryBucket(Construct scope, string id, FunctionRoles roles)
        : base(scope, id)
    {
        Bucket = new Bucket(this, "Resource", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
            // CA certificates are public, and there is no key whose loss could make the functions forget.
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            MinimumTLSVersion = 1.2,
            Versioned = true,
            LifecycleRules =
            [
                new LifecycleRule
                {
                    Id = "EarlierStates",
                    NoncurrentVersionExpiration = Duration.Days(EarlierStateDays),
                    AbortIncompleteMultipartUploadAfter = Duration.Days(7),
                },
            ],
            // Without it nobody knows any more which of a directory's certificates are ours.
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        StateProtection.AddTo(Bucket, roles, "*");
    }

    public Bucket Bucket { get; }
}
