using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Infra.Cdk.Configuration;
using Infra.TrustManager.Restoring;

namespace Infra.Cdk.Constructs;

/// <summary>What the function behind a <see cref="CaRevocation"/> may do.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>the CA</term><description>read it, change its CRL settings, tag it with its stack; never issue a certificate</description></item>
/// <item><term>the CRL bucket</term><description>what Private CA asks of a caller that names a bucket; keep the CA's restore point and certificates</description></item>
/// <item><term>the earlier CRL bucket, when named</term><description>what Private CA asks; fetch the restore point from there</description></item>
/// <item><term>the bucket's key, when there is one</term><description>read and write through S3</description></item>
/// </list>
/// </remarks>
internal static class CaRevocationPermissions
{
    /// <summary>Where the functions of an environment keep the restore points of its CAs.</summary>
    private const string RestorePoints = $"{StatePrefixes.RestorePoints}ca-revocation/";

    public static Dictionary<string, PolicyDocument> For(Stack stack, CaRevocationProps props)
    {
        var policies = new Dictionary<string, PolicyDocument>
        {
            ["ConfigureCa"] = Statements.Document(
                Statements.Allow(
                    [
                        "acm-pca:DescribeCertificateAuthority",
                        "acm-pca:GetCertificateAuthorityCertificate",
                        "acm-pca:ListTags",
                        "acm-pca:UpdateCertificateAuthority",
                    ],
                    props.CertificateAuthorityArn),
                // Other tags decide about other things, such as which CA WorkSpaces uses.
                Statements.Allow(
                        ["acm-pca:TagCertificateAuthority", "acm-pca:UntagCertificateAuthority"],
                        props.CertificateAuthorityArn)
                    .When("ForAllValues:StringEquals", "aws:TagKeys", CaHolderTag.Key)),
            ["UseCrlBucket"] = Statements.Document([.. UseCrlBucket(props)]),
        };
        if (props.RestoreBucketName is { } restore)
        {
            policies["UseEarlierBucket"] = Statements.Document([.. UseEarlierBucket($"arn:{stack.Partition}:s3:::{restore}", props)]);
        }

        return policies;
    }

    private static IEnumerable<PolicyStatement> UseCrlBucket(CaRevocationProps props)
    {
        var (bucket, restorePoint, certificates) = (props.CrlBucket, RestorePoint(props), Certificates(props));
        foreach (var statement in NameAsCrlBucket(bucket.BucketArn, props.CustomPath, props.RestoreCustomPath))
        {
            yield return statement;
        }

        string[] own = [.. certificates, restorePoint];
        yield return Statements.Allow(["s3:GetObject", "s3:PutObject"], [.. own.Select(bucket.ArnForObjects)]);
        yield return Statements.Allow(["s3:DeleteObject"], bucket.ArnForObjects(restorePoint));
        yield return Statements.ListKeys(bucket.BucketArn, props.IsFormer ? own : [.. own, RestorePoints]);
        if (!props.IsFormer)
        {
            // Whether a CA that published here before would be given back is in its restore point.
            yield return Statements.Allow(["s3:GetObject"], bucket.ArnForObjects($"{RestorePoints}*"));
        }

        if (props.KmsKeyArn is { } key)
        {
            yield return Statements.Allow(["kms:Decrypt", "kms:GenerateDataKey"], key)
                .When("StringLike", "kms:EncryptionContext:aws:s3:arn", bucket.BucketArn, bucket.ArnForObjects("*"));
        }
    }

    private static IEnumerable<PolicyStatement> UseEarlierBucket(string bucketArn, CaRevocationProps props) =>
    [
        .. NameAsCrlBucket(bucketArn, props.RestoreCustomPath),
        Statements.Allow(["s3:GetObject", "s3:DeleteObject"], $"{bucketArn}/{RestorePoint(props)}"),
        Statements.ListKeys(bucketArn, RestorePoint(props)),
    ];

    /// <summary>The four actions are those that Private CA asks for itself.</summary>
    public static IEnumerable<PolicyStatement> NameAsCrlBucket(string bucketArn, params string?[] folders) =>
    [
        Statements.Allow(["s3:GetBucketAcl", "s3:GetBucketLocation"], bucketArn),
        Statements.Allow(
            ["s3:PutObject", "s3:PutObjectAcl"], [.. PrivateCaKeys.In(folders).Select(key => $"{bucketArn}/{key}")]),
    ];

    /// <summary>Where the function keeps what the CA's settings were before.</summary>
    private static string RestorePoint(CaRevocationProps props) =>
        $"{RestorePoints}{AuthorityId.Of(props.CertificateAuthorityArn)}.json";

    /// <summary>The CA's own certificate, and those above it, whose number only the CA knows.</summary>
    private static string[] Certificates(CaRevocationProps props) =>
        ServedPrefixes.CertificatesOf(AuthorityId.Of(props.CertificateAuthorityArn));
}
