using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Infra.TrustManager.Settings;

namespace Infra.Cdk.Constructs;

/// <summary>A CA of AWS Private CA with a certificate of its parent, active and publishing CRLs.</summary>
/// <remarks>Not with CloudFormation's own activation, which would need the parent's chain: no attribute of a resource holds it.</remarks>
public sealed class SubordinateCertificateAuthority : Construct
{
    public SubordinateCertificateAuthority(Construct scope, string id, SubordinateCertificateAuthorityProps props)
        : base(scope, id)
    {
        var authority = NewAuthorityResource.AddTo(this, "SUBORDINATE", props.Authority);
        Arn = authority.AttrArn;
        var activation = new Construct(this, "Activation");
        var function = new TrustManagerFunction(activation, "Function", new TrustManagerFunctionProps
        {
            Name = TrustManagerVariables.CaActivation,
            Description = "Gives the certificate authority a certificate of its parent, for CloudFormation.",
            PackageFolder = props.PackageFolder,
            Function = props.Function,
            Permissions = Permissions(props),
        });
        var resource = function.AddResource(activation, "Custom::CaActivation", new Dictionary<string, object>
        {
            ["CertificateAuthorityArn"] = Arn,
            ["ParentCertificateAuthorityArn"] = props.ParentArn,
            ["ValidityYears"] = props.Authority.Settings.ValidityYears,
            ["PathLength"] = props.PathLength,
        });
        Active = resource;
        NewAuthorityResource.Keep(authority, (CfnResource)resource.Node.DefaultChild!);
    }

    public string Arn { get; }

    /// <summary>There once the CA has its certificate.</summary>
    public IDependable Active { get; }

    /// <summary>The parent may issue with the one template that makes a CA of this depth; only the new CA is changed.</summary>
    private Dictionary<string, PolicyDocument> Permissions(SubordinateCertificateAuthorityProps props) => new()
    {
        ["ActivateCa"] = Statements.Document(Statements.Allow(
            [
                "acm-pca:DescribeCertificateAuthority",
                "acm-pca:GetCertificateAuthorityCsr",
                "acm-pca:ImportCertificateAuthorityCertificate",
                "acm-pca:UpdateCertificateAuthority",
            ],
            Arn)),
        ["AskParent"] = Statements.Document(
            Statements.Allow(["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificate"], props.ParentArn),
            Statements.Allow(["acm-pca:IssueCertificate"], props.ParentArn).When(
                "StringEquals", "acm-pca:TemplateArn",
                $"arn:{Stack.Of(this).Partition}:acm-pca:::template/SubordinateCACertificate_PathLen{props.PathLength}/V1")),
    };
}
