using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;

namespace Infra.Cdk.Constructs;

/// <summary>What the function behind a <see cref="FirstCrl"/> may do.</summary>
/// <remarks>
/// It may write no object and reads CRLs only, and issues with one template only: CodeSigningCertificate/V1, whose critical extended
/// key usage admits code signing alone. With EndEntityCertificate/V1 it could give anybody a certificate to sign in with.
/// </remarks>
internal static class FirstCrlPermissions
{
    private const string Template = "template/CodeSigningCertificate/V1";

    public static Dictionary<string, PolicyDocument> For(Stack stack, FirstCrlProps props)
    {
        var arn = props.CertificateAuthorityArn;
        return new Dictionary<string, PolicyDocument>
        {
            ["IssueThrowAwayCertificate"] = Statements.Document(
            [
                Statements.Allow(
                    ["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificateAuthorityCertificate"], arn),
                .. Issue(stack.Partition, arn),
            ]),
            ["ReadCrl"] = Statements.Document(
                [.. ReadCrl(props.CrlBucket, arn, props.CustomPath), .. Decrypt(props)]),
        };
    }

    /// <summary>The certificate for which Private CA writes the first CRL, which cannot sign in.</summary>
    public static IEnumerable<PolicyStatement> Issue(string partition, string authorityArn) =>
    [
        Statements.Allow(["acm-pca:GetCertificate"], authorityArn),
        Statements.Allow(["acm-pca:IssueCertificate"], authorityArn)
            .When("StringEquals", "acm-pca:TemplateArn", $"arn:{partition}:acm-pca:::{Template}"),
    ];

    /// <summary>The CA's CRL; Private CA chooses the names of partitions.</summary>
    public static IEnumerable<PolicyStatement> ReadCrl(IBucket bucket, string authorityArn, string? customPath)
    {
        var key = customPath is { } folder
            ? $"{folder}/*"
            : $"{ServedPrefixes.CompleteCrls}{AuthorityId.Of(authorityArn)}.crl";
        yield return Statements.Allow(["s3:GetObject"], bucket.ArnForObjects(key));
        yield return Statements.ListKeys(bucket.BucketArn, key);
    }

    private static IEnumerable<PolicyStatement> Decrypt(FirstCrlProps props)
    {
        if (props.KmsKeyArn is { } key)
        {
            var bucket = props.CrlBucket;
            yield return Statements.Allow(["kms:Decrypt"], key)
                .When("StringLike", "kms:EncryptionContext:aws:s3:arn", bucket.BucketArn, bucket.ArnForObjects("*"));
        }
    }
}
