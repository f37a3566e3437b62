using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Renewal;

namespace Infra.Cdk.Constructs;

/// <summary>What the function of a <see cref="CaRenewal"/> may do.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>the CA</term><description>read it; put its CRL settings back; to renew its request and the import</description></item>
/// <item><term>the CA, for a CRL that is missing</term><description>the certificate of <see cref="FirstCrlPermissions"/></description></item>
/// <item><term>the CA that issues, to renew</term><description>certificates of some templates only</description></item>
/// <item><term>the CRL bucket</term><description>what Private CA asks of a caller that names a bucket; its memory; the CA's certificate and chain</description></item>
/// <item><term>the bucket's key, when there is one</term><description>read and write through S3</description></item>
/// <item><term>the topic, when there is one</term><description>publish</description></item>
/// </list>
/// </remarks>
internal static class CaRenewalPermissions
{
    private const string Memories = StatePrefixes.Renewals;

    /// <summary>Longest path of a template for subordinate CAs (Private CA user guide, "Template definitions").</summary>
    private const int MaxPathLength = 3;

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

        var issuer = terms.ParentArn ?? ca;
        yield return Statements.Allow(["acm-pca:GetCertificate"], issuer);
        if (terms.ParentArn is not null)
        {
            // The certificate must end before the parent's, and the parent must be the one that issued the present one.
            yield return Statements.Allow(
                ["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificateAuthorityCertificate"], issuer);
        }

        yield return Statements.Allow(["acm-pca:IssueCertificate"], issuer)
            .When(
                "StringEquals",
                "acm-pca:TemplateArn",
                [.. Templates(terms).Select(name => $"arn:{partition}:acm-pca:::template/{name}/V1")]);
    }

    /// <summary>
    /// Those that keep the present path length, which is known to the function only where no setting says it; with
    /// passthrough, for name constraints of the present certificate.
    /// </summary>
    private static IEnumerable<string> Templates(RenewalTerms terms)
    {
        int[] lengths = terms.PathLength is { } set ? [set] : [.. Enumerable.Range(0, MaxPathLength + 1)];
        return terms.ParentArn is null
            ? ["RootCACertificate"]
            : lengths
                .Select(length => $"SubordinateCACertificate_PathLen{length}")
                .SelectMany(name => new[] { name, $"{name}_APIPassthrough" });
    }

    /// <summary>The memory of the CA, and its certificates.</summary>
    /// <param name="actions">On these objects.</param>
    /// <param name="keyActions">On the bucket's key, where it has one.</param>
    public static IEnumerable<PolicyStatement> Bucket(CaRenewalProps props, string[] actions, string[] keyActions)
    {
        var (bucket, id) = (props.CrlBucket, props.CertificateAuthorityId);
        string[] keys = [$"{Memories}{id}.json", .. ServedPrefixes.CertificatesOf(id)];
        yield return Statements.Allow(actions, [.. keys.Select(bucket.ArnForObjects)]);
        yield return Statements.ListKeys(bucket.BucketArn, keys);
        if (props.KmsKeyArn is { } key)
        {
            yield return Statements.Allow(keyActions, key)
                .When("StringLike", "kms:EncryptionContext:aws:s3:arn", bucket.BucketArn, bucket.ArnForObjects("*"));
        }
    }
}
