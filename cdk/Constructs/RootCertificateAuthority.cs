using Amazon.CDK;
using Amazon.CDK.AWS.ACMPCA;
using Constructs;

namespace Infra.Cdk.Constructs;

/// <summary>A root CA of AWS Private CA with its own certificate, active and publishing CRLs.</summary>
public sealed class RootCertificateAuthority : Construct
{
    public RootCertificateAuthority(Construct scope, string id, NewAuthorityProps props)
        : base(scope, id)
    {
        var settings = props.Settings;
        var authority = NewAuthorityResource.AddTo(this, "ROOT", props);
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
        NewAuthorityResource.Keep(authority, certificate, activation);
        Arn = authority.AttrArn;
        Active = activation;
    }

    public string Arn { get; }

    /// <summary>There once the CA has its certificate.</summary>
    public IDependable Active { get; }
}
