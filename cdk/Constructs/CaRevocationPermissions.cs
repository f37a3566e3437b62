using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace Infra.Cdk.Constructs;

/// <summary>What the function behind a <see cref="CaRevocation"/> may do.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>the CA</term><description>read it, change its CRL settings, issue certificates of one template only</description></item>
/// <item><term>the CRL bucket</term><description>what Private CA asks of whoever names a bucket; find CRLs; keep restore points and CA certificates</description></item>
/// <item><term>the earlier CRL bucket, when named</term><description>what Private CA asks; fetch restore points from there</description></item>
/// <item><term>the bucket's key, when there is one</term><description>read and write through S3</description></item>
/// </list>
/// </remarks>
internal static class CaRevocationPermissions
{
    /// <summary>Where the function keeps what a CA's settings were before.</summary>
    private const string RestorePoints = "trust-manager/ca-revocation/";

    /// <summary>Template of the one throw-away certificate that makes Private CA write the first CRL.</summary>
    private const string FirstCertificateTemplate = "template/EndEntityCertificate/V1";

    public static Dictionary<string, PolicyDocument> For(Stack stack, CaRevocationProps props)
    {
        var policies = new Dictionary<string, PolicyDocument>
        {
            ["ConfigureCa"] = Statements.Document([.. ConfigureCa(stack.Partition, props.CertificateAuthorityArn)]),
            ["UseCrlBucket"] = Statements.Document([.. UseCrlBucket(props)]),
        };
        if (props.RestoreBucketName is { } restore)
        {
            policies["UseEarlierBucket"] = Statements.Document([.. UseEarlierBucket($"arn:{stack.Partition}:s3:::{restore}")]);
        }

        return policies;
    }

    private static IEnumerable<PolicyStatement> ConfigureCa(string partition, string arn)
    {
        yield return Statements.Allow(
            [
                "acm-pca:DescribeCertificateAuthority",
                "acm-pca:GetCertificate",
                "acm-pca:GetCertificateAuthorityCertificate",
                "acm-pca:UpdateCertificateAuthority",
            ],
            arn);
        yield return Statements.Allow(["acm-pca:IssueCertificate"], arn)
            .When("StringEquals", "acm-pca:TemplateArn", $"arn:{partition}:acm-pca:::{FirstCertificateTemplate}");
    }

    private static IEnumerable<PolicyStatement> UseCrlBucket(CaRevocationProps props)
    {
        var bucket = props.CrlBucket;
        var prefixes = props.Served.All.Append(RestorePoints).ToArray();
        foreach (var statement in NameAsCrlBucket(bucket.BucketArn))
        {
            yield return statement;
        }

        yield return Statements.Allow(
            ["s3:GetObject"],
            bucket.ArnForObjects($"{ServedPrefixes.CaCertificates}*"), bucket.ArnForObjects($"{RestorePoints}*"));
        yield return Statements.Allow(["s3:DeleteObject"], bucket.ArnForObjects($"{RestorePoints}*"));
        yield return Statements.ListKeys(bucket.BucketArn, [.. prefixes.Select(prefix => $"{prefix}*")]);
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
