using Amazon.CDK;
using Constructs;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Renewal;
using Infra.Cdk.Constructs;

namespace Infra.Cdk.Stacks;

/// <summary>The certificate authority, new or not, which publishes its CRLs through a <see cref="CrlDistributionStack"/>.</summary>
/// <remarks>
/// AWS Private CA also checks that whoever creates the CA can write to the bucket: the role that CloudFormation runs as needs
/// <c>s3:GetBucketAcl</c> and <c>s3:GetBucketLocation</c> on it, and <c>s3:PutObject</c> and <c>s3:PutObjectAcl</c> on the keys
/// of <see cref="PrivateCaKeys"/>. The role that <c>cdk bootstrap</c> makes has them, unless it was given narrower policies.
/// </remarks>
public sealed class CertificateAuthorityStack : Stack
{
    public CertificateAuthorityStack(Construct scope, string id, CertificateAuthorityStackProps props)
        : base(scope, id, props)
    {
        var (arn, revocation) = props.Settings.CertificateAuthority switch
        {
            { Arn: { } existing } => (existing, Adopt(existing, props)),
            { NewAuthority: { } settings } => Create(settings, props),
            _ => throw new InvalidOperationException(
                $"Environment {props.Settings.Name} describes neither a CA that exists nor one to create. Read it with {nameof(EnvironmentFile)}, which checks that."),
        };
        AuthorityArn = arn;
        var firstCrl = new FirstCrl(this, FirstCrlId(props), FirstCrlOf(arn, revocation, props));
        var terms = RenewalOf(arn, revocation, props);
        var renewal = new CaRenewal(this, "Renewal", terms);
        var read = new CaRead(this, "Read", terms);
        Output("CertificateAuthorityArn", arn, "The certificate authority.");
        if (CustomPathOf(props) is { } path)
        {
            Output("CrlUrlPrefix", $"http://{props.CrlHost}/{path}/", "What the URL of every partition's CRL begins with.");
        }

        Output("CrlUrl", firstCrl.CrlUrl, "URL of the CRL, as certificates name it; of one of them when CRLs are partitioned.");
        Output("CaCertificateUrl", revocation.CaCertificateUrl, "URL of the certificate authority's own certificate.");
        Output("CaRenewalFunctionName", renewal.FunctionName, "Function that watches the authority's own certificate.");
        Output("CaReadFunctionName", read.FunctionName, "Function that tells about the authority and changes nothing.");
        Output("Warning", revocation.Warning, "What to know about the certificate authority's CRL settings.");
        Output(
            "AfterRemoval",
            RemovalText.Of(props.Settings, props.CrlHost),
            "What becomes of sign-in when this stack and the CRL distribution stack are deleted.");
        AddFormer(props);
        Output("FirstCrlWarning", firstCrl.Warning, "What to know about the certificate authority's first CRL.");
    }

    public string AuthorityArn { get; }

    /// <remarks>
    /// The id holds the CA's: another CA in the environment file becomes a resource beside the first, which stays as a
    /// former CA with its own role. The new one's function refuses to work while the first is not listed as a former CA.
    /// </remarks>
    private CaRevocation Adopt(string arn, CertificateAuthorityStackProps props) =>
        new(this, $"Revocation{CertificateAuthorityArn.IdOf(arn)}", RevocationOf(arn, props));

    private (string Arn, CaRevocation Revocation) Create(NewAuthoritySettings settings, CertificateAuthorityStackProps props)
    {
        var (arn, active) = CreateAuthority(settings, props);
        var revocation = new CaRevocation(this, "Revocation", RevocationOf(arn, props));
        revocation.FollowNewAuthority(active);
        return (arn, revocation);
    }

    private (string Arn, IDependable Active) CreateAuthority(NewAuthoritySettings settings, CertificateAuthorityStackProps props)
    {
        var authority = new NewAuthorityProps
        {
            Settings = settings,
            CrlBucket = props.CrlBucket,
            CrlHost = props.CrlHost,
            CrlExpirationDays = props.Settings.CertificateAuthority.CrlExpirationDays,
            CrlType = props.Settings.CertificateAuthority.CrlType,
            CustomPath = CustomPathOf(props),
        };
        if (props.Settings.CertificateAuthority.ParentCertificateAuthorityArn is not { } parent)
        {
            var root = new RootCertificateAuthority(this, "Authority", authority);
            return (root.Arn, root.Active);
        }

        var subordinate = new SubordinateCertificateAuthority(this, "Authority", new SubordinateCertificateAuthorityProps
        {
            Authority = authority,
            ParentArn = parent,
            PathLength = props.Settings.CertificateAuthority.PathLength ?? 0,
            PackageFolder = props.TrustManagerFolder,
            Function = props.Settings.Functions,
        });
        return (subordinate.Arn, subordinate.Active);
    }

    private static string? CustomPathOf(CertificateAuthorityStackProps props) =>
        props.Settings.CustomPathOf(props.Settings.CertificateAuthority.CrlType);

    /// <remarks>
    /// The ids are those of <see cref="Adopt"/>: a CA that another one replaces keeps its resource, role and settings.
    /// </remarks>
    private void AddFormer(CertificateAuthorityStackProps props)
    {
        foreach (var former in props.Settings.FormerCertificateAuthorities)
        {
            var id = CertificateAuthorityArn.IdOf(former.Arn);
            var revocation = new CaRevocation(this, $"Revocation{id}", RevocationOf(former.Arn, props) with
            {
                CustomPath = props.Settings.CustomPathOf(former.CrlType),
                CrlType = former.CrlType,
                RestoreBucketName = former.RestoreBucketName,
                RestoreCustomPath = former.RestoreCustomPath,
                RestoreOnDelete = former.RestoreOnDelete,
                IsFormer = true,
                FormerAuthorityArns = [],
            });
            Output(
                $"FormerWarning{id.Replace("-", "", StringComparison.Ordinal)}",
                revocation.Warning,
                $"What to know about the CRL settings of the former CA {id}.");
        }
    }

    private static CaRevocationProps RevocationOf(string arn, CertificateAuthorityStackProps props) => new()
    {
        CertificateAuthorityArn = arn,
        CrlBucket = props.CrlBucket,
        KmsKeyArn = props.Settings.CrlDistribution.KmsKeyArn,
        CrlHost = props.CrlHost,
        CustomPath = CustomPathOf(props),
        CrlType = props.Settings.CertificateAuthority.CrlType,
        CrlExpirationDays = props.Settings.CertificateAuthority.CrlExpirationDays,
        RestoreBucketName = props.Settings.CertificateAuthority.RestoreBucketName,
        RestoreCustomPath = props.Settings.CertificateAuthority.RestoreCustomPath,
        // A CA of the stack's own has had no other settings.
        RestoreOnDelete = props.Settings.CertificateAuthority.RestoreOnDelete ?? false,
        FormerAuthorityArns = [.. props.Settings.FormerCertificateAuthorities.Select(former => former.Arn)],
        PackageFolder = props.TrustManagerFolder,
        Function = props.Settings.Functions,
    };

    /// <remarks>As with <see cref="Adopt"/>, another CA in the environment file gets a function whose role is about it alone.</remarks>
    private static string FirstCrlId(CertificateAuthorityStackProps props) =>
        props.Settings.CertificateAuthority.Arn is { } existing ? $"FirstCrl{CertificateAuthorityArn.IdOf(existing)}" : "FirstCrl";

    private static FirstCrlProps FirstCrlOf(string arn, CaRevocation revocation, CertificateAuthorityStackProps props) => new()
    {
        CertificateAuthorityArn = arn,
        CrlBucket = props.CrlBucket,
        KmsKeyArn = props.Settings.CrlDistribution.KmsKeyArn,
        CrlHost = props.CrlHost,
        CrlType = props.Settings.CertificateAuthority.CrlType,
        CustomPath = CustomPathOf(props),
        Configured = revocation.Resource,
        PackageFolder = props.TrustManagerFolder,
        Function = props.Settings.Functions,
    };

    private static CaRenewalProps RenewalOf(
        string arn, CaRevocation revocation, CertificateAuthorityStackProps props) => new()
    {
        CertificateAuthorityArn = arn,
        CommonName = props.Settings.CertificateAuthority.Subject?.CommonName,
        Terms = RenewalTerms.Of(props.Settings.CertificateAuthority),
        CrlBucket = props.CrlBucket,
        KmsKeyArn = props.Settings.CrlDistribution.KmsKeyArn,
        CustomPath = props.Settings.CrlDistribution.CustomPath,
        CaRevocationProperties = revocation.Properties,
        // Known when the CA has its certificate and its place is served, so that nothing runs before.
        CaCertificateUrl = revocation.CaCertificateUrl,
        PackageFolder = props.TrustManagerFolder,
        Function = props.Settings.Functions,
        Tells = props.Tells,
    };

    private void Output(string name, string value, string description) =>
        _ = new CfnOutput(this, name, new CfnOutputProps { Value = value, Description = description });
}
