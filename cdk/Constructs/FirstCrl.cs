using Amazon.CDK;
using Constructs;
using Infra.TrustManager.Settings;

namespace Infra.Cdk.Constructs;

/// <summary>Makes the first CRL of a CA exist, which Private CA writes only when a certificate names it.</summary>
/// <remarks>
/// The properties are the place of the CRL and nothing else, so that CloudFormation runs it again when, and only when, the
/// place changes.
/// </remarks>
public sealed class FirstCrl : Construct
{
    public FirstCrl(Construct scope, string id, FirstCrlProps props)
        : base(scope, id)
    {
        var function = new TrustManagerFunction(this, "Function", new TrustManagerFunctionProps
        {
            Name = TrustManagerVariables.FirstCrl,
            Description = "Makes the first CRL of the certificate authority exist, for CloudFormation.",
            PackageFolder = props.PackageFolder,
            Function = props.Function,
            Permissions = FirstCrlPermissions.For(Stack.Of(this), props),
        });
        Resource = function.AddResource(this, "Custom::FirstCrl", Properties(props));
        Resource.Node.AddDependency(props.Configured);
    }

    /// <summary>URL of the CRL; of one partition, or the folder while there is none, when CRLs are partitioned.</summary>
    public string CrlUrl => Resource.GetAttString("CrlUrl");

    /// <summary>Why there is no CRL yet and what to do, or <c>none</c>.</summary>
    public string Warning => Resource.GetAttString("Warning");

    private CustomResource Resource { get; }

    private static Dictionary<string, object> Properties(FirstCrlProps props)
    {
        var properties = new Dictionary<string, object>
        {
            ["CertificateAuthorityArn"] = props.CertificateAuthorityArn,
            ["CrlBucketName"] = props.CrlBucket.BucketName,
            ["CustomCname"] = props.CrlHost,
            ["CrlType"] = props.CrlType,
        };
        if (props.CustomPath is { } path)
        {
            properties["CustomPath"] = path;
        }

        return properties;
    }
}
