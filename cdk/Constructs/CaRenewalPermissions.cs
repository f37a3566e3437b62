using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>What the function of a <see cref="CaRenewal"/> may do.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>the CA</term><description>read it; put its CRL settings back; to renew its request and the import</description></item>
/// <item><term>the CA, for a CRL that is missing</term><description>the certificate of <see cref="FirstCrlPermissions"/></description></item>
/// <item><term>the CA that issues, to renew</term><description>certificates of one template only</description></item>
/// <item><term>the CRL bucket</term><description>what Private CA asks of a caller that names a bucket; its memory; to renew certificate and chain</description></item>
/// <item><term>the bucket's key, when there is one</term><description>read and write through S3</description></item>
/// <item><term>the topic, when there is one</term><description>publish</description></item>
/// </list>
/// </remarks>
internal static class CaRenewalPermissions
{
    private const string Memories = StatePrefixes.Renewals;

    public static Dictionary<string, PolicyDocument> For(Stack stack, CaRenewalProps props)
    {
        var policies = new Dictionary<string, PolicyDocument>
        {
            ["ReadCa"] = Statements.Document(Statements.Allow(
                ["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificateAuthorityCertificate"],
                props.CertificateAuthorityArn)),
            ["UseCrlBucket"] = Statements.Document(
                [.. Bucket(props, ["s3:GetObject", "s3:PutObject"], ["kms:Decrypt", "kms:GenerateDataKey"])]),
        };
        policies["PutCrlSettingsBack"] = Statements.Document([.. PutCrlSettingsBack(props)]);
        policies["KeepCrl"] = Statements.Document(
        [
            .. FirstCrlPermissions.Issue(stack.Partition, props.CertificateAuthorityArn),
            .. FirstCrlPermissions.ReadCrl(props.CrlBucket, props.CertificateAuthorityArn, props.CustomPath),
        ]);
        if (props.Terms.Renews)
        {
            policies["RenewCa"] = Statements.Document([.. Renew(stack.Partition, props)]);
        }

        if (props.Tells is { } channel)
        {
            policies["TellPeople"] = channel.Publish();
        }

        return policies;
    }

    /// <summary>What <c>Custom::CaRevocation</c> needs for the same call.</summary>
    private static IEnumerable<PolicyStatement> PutCrlSettingsBack(CaRenewalProps props) =>
    [
        Statements.Allow(["acm-pca:UpdateCertificateAuthority"], props.CertificateAuthorityArn),
        .. CaRevocationPermissions.NameAsCrlBucket(props.CrlBucket.BucketArn, props.CustomPath),
    ];

    private static IEnumerable<PolicyStatement> Renew(string partition, CaRenewalProps props)
    {
        var (terms, ca) = (props.Terms, props.CertificateAuthorityArn);
        yield return Statements.Allow(
            ["acm-pca:GetCertificateAuthorityCsr", "acm-pca:ImportCertificateAuthorityCertificate"], ca);

        var (issuer, template) = terms.ParentArn is { } parent
            ? (parent, $"SubordinateCACertificate_PathLen{terms.PathLength}")
            : (ca, "RootCACertificate");
        yield return Statements.Allow(["acm-pca:GetCertificate"], issuer);
        if (terms.ParentArn is not null)
        {
            // The certificate must end before the parent's, whose end is therefore read.
            yield return Statements.Allow(["acm-pca:DescribeCertificateAuthority"], issuer);
        }

        yield return Statements.Allow(["acm-pca:IssueCertificate"], issuer)
            .When("StringEquals", "acm-pca:TemplateArn", $"arn:{partition}:acm-pca:::template/{template}/V1");
    }

    /// <summary>The memory of the CA and, to renew, its certificates.</summary>
    /// <param name="actions">On these objects.</param>
    /// <param name="keyActions">On the bucket's key, where it has one.</param>
    public static IEnumerable<PolicyStatement> Bucket(CaRenewalProps props, string[] actions, string[] keyActions)
    {
        var (bucket, id) = (props.CrlBucket, props.CertificateAuthorityId);
        string[] keys = [$"{Memories}{id}.json", .. props.Terms.Renews ? ServedPrefixes.CertificatesOf(id) : []];
        yield return Statements.Allow(actions, [.. keys.Select(bucket.ArnForObjects)]);
        yield return Statements.ListKeys(bucket.BucketArn, keys);
        if (props.KmsKeyArn is { } key)
        {
            yield return Statements.Allow(keyActions, key)
                .When("StringLike", "kms:EncryptionContext:aws:s3:arn", bucket.BucketArn, bucket.ArnForObjects("*"));
        }
    }
}
