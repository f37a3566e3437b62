using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Infra.TrustManager.Settings;

namespace Infra.Cdk.Constructs;

/// <summary>The function that tells operators about a CA's own certificate, and can change nothing.</summary>
public sealed class CaRead : Construct
{
    public CaRead(Construct scope, string id, CaRenewalProps props)
        : base(scope, id)
    {
        var function = new TrustManagerFunction(this, "Function", new TrustManagerFunctionProps
        {
            Name = TrustManagerVariables.CaRead,
            Description = "Fulfils operator requests about the certificate authority that change nothing.",
            PackageFolder = props.PackageFolder,
            Function = props.Function,
            Permissions = Permissions(props),
            Variables = CaRenewalVariables.Of(Stack.Of(this), props),
        });
        FunctionName = function.Name;
    }

    public string FunctionName { get; }

    private static Dictionary<string, PolicyDocument> Permissions(CaRenewalProps props)
    {
        string[] authorities =
        [
            props.CertificateAuthorityArn,
            .. props.Terms is { Renews: true, ParentArn: { } parent } ? [parent] : Array.Empty<string>(),
        ];
        return new Dictionary<string, PolicyDocument>
        {
            ["ReadCa"] = Statements.Document(
                Statements.Allow(
                    ["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificateAuthorityCertificate"],
                    authorities)),
            ["ReadCrlBucket"] = Statements.Document(
                [.. CaRenewalPermissions.Bucket(props, ["s3:GetObject"], ["kms:Decrypt"])]),
        };
    }
}
