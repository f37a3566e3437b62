using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>The private bucket that AWS Private CA writes CRLs to.</summary>
public sealed class CrlBucket : Construct
{
    public CrlBucket(Construct scope, string id, CrlBucketProps props)
        : base(scope, id)
    {
        Bucket = new Bucket(this, "Resource", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            // AWS Private CA sends each CRL with an ACL that gives the bucket's owner control. BucketOwnerEnforced ought to
            // accept that one ACL, but AWS does not say so for Private CA; this mode accepts it by definition.
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_PREFERRED,
            Encryption = props.EncryptionKey is null ? BucketEncryption.S3_MANAGED : BucketEncryption.KMS,
            EncryptionKey = props.EncryptionKey,
            // Makes the encryption context the bucket's ARN, which is what the key's policy names.
            BucketKeyEnabled = props.EncryptionKey is not null,
            EnforceSSL = true,
            MinimumTLSVersion = 1.2,
            // The function falls back to an earlier version when the newest does not parse.
            Versioned = true,
            LifecycleRules = [SupersededCrls(props.SupersededVersionDays), AbandonedUploads],
            // Certificates already issued name CRLs in this bucket until they expire.
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        LetPrivateCaWrite(PrivateCaKeys.In([.. props.CustomPaths]));
        StateProtection.AddTo(Bucket, props.Roles, StatePrefixes.All.Select(prefix => $"{prefix}*"));
    }

    public Bucket Bucket { get; }

    private static LifecycleRule AbandonedUploads => new()
    {
        Id = "AbandonedUploads",
        AbortIncompleteMultipartUploadAfter = Duration.Days(7),
    };

    private static LifecycleRule SupersededCrls(int days) => new()
    {
        Id = "SupersededCrls",
        NoncurrentVersionExpiration = Duration.Days(days),
        ExpiredObjectDeleteMarker = true,
    };

    /// <remarks>Not where functions keep their state and CA certificates.</remarks>
    private void LetPrivateCaWrite(IReadOnlyList<string> keys)
    {
        Bucket.AddToResourcePolicy(PrivateCaMay(
            "PrivateCaFindsTheBucket", ["s3:GetBucketAcl", "s3:GetBucketLocation"], [Bucket.BucketArn]));
        Bucket.AddToResourcePolicy(PrivateCaMay(
            "PrivateCaWritesCrls", ["s3:PutObject", "s3:PutObjectAcl"], [.. keys.Select(Bucket.ArnForObjects)]));
    }

    private PolicyStatement PrivateCaMay(string sid, string[] actions, string[] resources)
    {
        var stack = Stack.Of(this);
        return new PolicyStatement(new PolicyStatementProps
        {
            Sid = sid,
            Principals = [new ServicePrincipal("acm-pca.amazonaws.com")],
            Actions = actions,
            Resources = resources,
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = stack.Account },
                // Every CA of this account and Region: the bucket must accept a CA's test object before its ARN exists.
                ["ArnLike"] = new Dictionary<string, object>
                {
                    ["aws:SourceArn"] = stack.FormatArn(new ArnComponents
                    {
                        Service = "acm-pca",
                        Resource = "certificate-authority",
                        ResourceName = "*",
                    }),
                },
            },
        });
    }
}
