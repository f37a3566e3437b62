using Amazon.CDK;
using Amazon.CDK.AWS.ACMPCA;
using Constructs;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>A root CA of AWS Private CA with its own certificate, active and publishing CRLs.</summary>
public sealed class RootCertificateAuthority : Construct
{
    /// <summary>Tag that the roles of WorkSpaces and AppStream look for before they ask a CA for a certificate. Its value is free.</summary>
    private const string CertificateBasedAuthenticationTag = "euc-private-ca";

    public RootCertificateAuthority(Construct scope, string id, RootCertificateAuthorityProps props)
        : base(scope, id)
    {
        var settings = props.Settings;
        var authority = new CfnCertificateAuthority(this, "Resource", new CfnCertificateAuthorityProps
        {
            Type = "ROOT",
            UsageMode = settings.UsageMode,
            KeyAlgorithm = settings.KeyAlgorithm,
            SigningAlgorithm = settings.SigningAlgorithm,
            Subject = SubjectOf(settings.Subject),
            RevocationConfiguration = new CfnCertificateAuthority.RevocationConfigurationProperty
            {
                CrlConfiguration = CrlConfigurationOf(props),
            },
        });
        PutCrlsWhereTheyBelong(authority, props);
        Tags.Of(authority).Add(CertificateBasedAuthenticationTag, "true");

        var certificate = new CfnCertificate(this, "Certificate", new CfnCertificateProps
        {
            CertificateAuthorityArn = authority.AttrArn,
            CertificateSigningRequest = authority.AttrCertificateSigningRequest,
            SigningAlgorithm = settings.SigningAlgorithm,
            TemplateArn = $"arn:{Stack.Of(this).Partition}:acm-pca:::template/RootCACertificate/V1",
            Validity = new CfnCertificate.ValidityProperty { Type = "YEARS", Value = settings.ValidityYears },
        });
        var activation = new CfnCertificateAuthorityActivation(this, "Activation", new CfnCertificateAuthorityActivationProps
        {
            CertificateAuthorityArn = authority.AttrArn,
            Certificate = certificate.AttrCertificate,
            Status = "ACTIVE",
        });
        Keep(authority, certificate, activation);
        Arn = authority.AttrArn;
    }

    public string Arn { get; }

    /// <summary>The id in CRL keys and URLs: the last part of the ARN.</summary>
    public string AuthorityId => Fn.Select(1, Fn.Split("/", Arn));

    private static CfnCertificateAuthority.SubjectProperty SubjectOf(SubjectSettings subject) => new()
    {
        CommonName = subject.CommonName,
        Organization = subject.Organization,
        OrganizationalUnit = subject.OrganizationalUnit,
        Country = subject.Country,
        State = subject.State,
        Locality = subject.Locality,
    };

    private static CfnCertificateAuthority.CrlConfigurationProperty CrlConfigurationOf(RootCertificateAuthorityProps props) => new()
    {
        Enabled = true,
        ExpirationInDays = props.Settings.CrlExpirationDays,
        CustomCname = props.CrlHost,
        S3BucketName = props.CrlBucket.BucketName,
        // The default, PUBLIC_READ, fails on a bucket that blocks public access.
        S3ObjectAcl = "BUCKET_OWNER_FULL_CONTROL",
    };

    /// <summary>By override, because this version of the CDK does not know the two properties.</summary>
    private static void PutCrlsWhereTheyBelong(CfnCertificateAuthority authority, RootCertificateAuthorityProps props)
    {
        if (props.CustomPath is not null)
        {
            authority.AddPropertyOverride("RevocationConfiguration.CrlConfiguration.CrlType", props.Settings.CrlType);
            authority.AddPropertyOverride("RevocationConfiguration.CrlConfiguration.CustomPath", props.CustomPath);
        }
    }

    /// <summary>
    /// Deleting or replacing the stack's resources leaves the CA working: without it no CRL is renewed and nobody signs in. That
    /// takes the activation too, whose removal disables the CA. Only a creation that fails takes back what it made, since an
    /// orphaned CA is billed every month.
    /// </summary>
    private static void Keep(params CfnResource[] resources)
    {
        foreach (var resource in resources)
        {
            resource.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        }
    }
}
