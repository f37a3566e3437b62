using Amazon.CDK;
using Amazon.CDK.AWS.ACMPCA;
using Constructs;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>The CA itself, without its certificate, as both kinds of new CA have it.</summary>
internal static class NewAuthorityResource
{
    /// <summary>Tag that the roles of WorkSpaces and AppStream look for before they ask a CA for a certificate. Its value is free.</summary>
    private const string CertificateBasedAuthenticationTag = "euc-private-ca";

    /// <param name="type"><c>ROOT</c> or <c>SUBORDINATE</c>.</param>
    public static CfnCertificateAuthority AddTo(Construct scope, string type, NewAuthorityProps props)
    {
        var settings = props.Settings;
        var authority = new CfnCertificateAuthority(scope, "Resource", new CfnCertificateAuthorityProps
        {
            Type = type,
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
        return authority;
    }

    /// <summary>
    /// Deleting or replacing the stack's resources leaves the CA working: without it no CRL is renewed and nobody signs in. That
    /// takes the activation too, whose removal disables the CA. Only a creation that fails takes back what it made, since an
    /// orphaned CA is billed every month.
    /// </summary>
    public static void Keep(params CfnResource[] resources)
    {
        foreach (var resource in resources)
        {
            resource.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        }
    }

    private static CfnCertificateAuthority.SubjectProperty SubjectOf(SubjectSettings subject) => new()
    {
        CommonName = subject.CommonName,
        Organization = subject.Organization,
        OrganizationalUnit = subject.OrganizationalUnit,
        Country = subject.Country,
        State = subject.State,
        Locality = subject.Locality,
    };

    private static CfnCertificateAuthority.CrlConfigurationProperty CrlConfigurationOf(NewAuthorityProps props) => new()
    {
        Enabled = true,
        ExpirationInDays = props.CrlExpirationDays,
        CustomCname = props.CrlHost,
        S3BucketName = props.CrlBucket.BucketName,
        // The default, PUBLIC_READ, fails on a bucket that blocks public access.
        S3ObjectAcl = "BUCKET_OWNER_FULL_CONTROL",
    };

    /// <summary>By override, because this version of the CDK does not know the two properties.</summary>
    private static void PutCrlsWhereTheyBelong(CfnCertificateAuthority authority, NewAuthorityProps props)
    {
        if (props.CustomPath is not null)
        {
            authority.AddPropertyOverride("RevocationConfiguration.CrlConfiguration.CrlType", props.CrlType);
            authority.AddPropertyOverride("RevocationConfiguration.CrlConfiguration.CustomPath", props.CustomPath);
        }
    }
}
