using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace Infra.Cdk.Constructs;

/// <summary>What the function behind a <see cref="FirstCrl"/> may do.</summary>
/// <remarks>
/// It may read and write no object, and issues with one template only: CodeSigningCertificate/V1, whose critical extended
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
                Statements.Allow(["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificate"], arn),
                Statements.Allow(["acm-pca:IssueCertificate"], arn)
                    .When("StringEquals", "acm-pca:TemplateArn", $"arn:{stack.Partition}:acm-pca:::{Template}")),
            ["FindCrl"] = Statements.Document(Statements.ListKeys(props.CrlBucket.BucketArn, CrlKey(props))),
        };
    }

    /// <summary>Private CA chooses the names of partitions.</summary>
    private static string CrlKey(FirstCrlProps props) => props.CustomPath is { } folder
        ? $"{folder}/*"
        : $"{ServedPrefixes.CompleteCrls}{AuthorityId.Of(props.CertificateAuthorityArn)}.crl";
}
