using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace Infra.Cdk.Constructs;

/// <summary>What the function behind a <see cref="CaRevocation"/> may do.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>the CA</term><description>read it, change its CRL settings; never issue a certificate</description></item>
/// <item><term>the CRL bucket</term><description>what Private CA asks of a caller that names a bucket; keep restore points and CA certificates</description></item>
/// <item><term>the earlier CRL bucket, when named</term><description>what Private CA asks; fetch restore points from there</description></item>
/// <item><term>the bucket's key, when there is one</term><description>read and write through S3</description></item>
/// </list>
/// </remarks>
internal static class CaRevocationPermissions
{
    /// <summary>Where the function keeps what a CA's settings were before.</summary>
    private const string RestorePoints = "trust-manager/ca-revocation/";

    public static Dictionary<string, PolicyDocument> For(Stack stack, CaRevocationProps props)
    {
        var policies = new Dictionary<string, PolicyDocument>
        {
            ["ConfigureCa"] = Statements.Document(ConfigureCa(props.CertificateAuthorityArn)),
            ["UseCrlBucket"] = Statements.Document([.. UseCrlBucket(props)]),
        };
        if (props.RestoreBucketName is { } restore)
        {
            policies["UseEarlierBucket"] = Statements.Document([.. UseEarlierBucket($"arn:{stack.Partition}:s3:::{restore}")]);
        }

        return policies;
    }

    private static PolicyStatement ConfigureCa(string arn) => Statements.Allow(
        [
            "acm-pca:DescribeCertificateAuthority",
            "acm-pca:GetCertificateAuthorityCertificate",
            "acm-pca:UpdateCertificateAuthority",
        ],
        arn);

    private static IEnumerable<PolicyStatement> UseCrlBucket(CaRevocationProps props)
    {
        var bucket = props.CrlBucket;
        foreach (var statement in NameAsCrlBucket(bucket.BucketArn))
        {
            yield return statement;
        }

        yield return Statements.Allow(
            ["s3:GetObject"],
            bucket.ArnForObjects($"{ServedPrefixes.CaCertificates}*"), bucket.ArnForObjects($"{RestorePoints}*"));
        yield return Statements.Allow(["s3:DeleteObject"], bucket.ArnForObjects($"{RestorePoints}*"));
        yield return Statements.ListKeys(bucket.BucketArn, $"{ServedPrefixes.CaCertificates}*", $"{RestorePoints}*");
        if (props.KmsKeyArn is { } key)
        {
            yield return Statements.Allow(["kms:Decrypt", "kms:GenerateDataKey"], key)
                .When("StringLike", "kms:EncryptionContext:aws:s3:arn", bucket.BucketArn, bucket.ArnForObjects("*"));
        }
    }

    private static IEnumerable<PolicyStatement> UseEarlierBucket(string bucketArn) =>
    [
        .. NameAsCrlBucket(bucketArn),
        Statements.Allow(["s3:GetObject", "s3:DeleteObject"], $"{bucketArn}/{RestorePoints}*"),
        Statements.ListKeys(bucketArn, $"{RestorePoints}*"),
    ];

    /// <summary>
    /// Private CA takes a bucket only from a caller that may write there itself (API reference, CrlConfiguration). Which keys it
    /// tries is not documented, so all: the four actions are those that it asks for itself.
    /// </summary>
    private static IEnumerable<PolicyStatement> NameAsCrlBucket(string bucketArn) =>
    [
        Statements.Allow(["s3:GetBucketAcl", "s3:GetBucketLocation"], bucketArn),
        Statements.Allow(["s3:PutObject", "s3:PutObjectAcl"], $"{bucketArn}/*"),
    ];
}
