using Amazon.CDK;
using Constructs;
using Infra.TrustManager.Settings;

namespace Infra.Cdk.Constructs;

/// <summary>Makes a CA publish its CRLs to the bucket under our name, and its certificate lie beside them.</summary>
public sealed class CaRevocation : Construct
{
    public CaRevocation(Construct scope, string id, CaRevocationProps props)
        : base(scope, id)
    {
        var function = new TrustManagerFunction(this, "Function", new TrustManagerFunctionProps
        {
            Name = TrustManagerVariables.CaRevocation,
            Description = "Keeps the CRL settings of the certificate authority, for CloudFormation.",
            PackageFolder = props.PackageFolder,
            Function = props.Function,
            Permissions = CaRevocationPermissions.For(Stack.Of(this), props),
        });
        var properties = PropertiesOf(props);
        Properties = properties;
        Resource = function.AddResource(this, "Custom::CaRevocation", properties);
    }

    public string CaCertificateUrl => Resource.GetAttString("CaCertificateUrl");

    /// <summary>What a person should know, or <c>none</c>.</summary>
    public string Warning => Resource.GetAttString("Warning");

    /// <summary>The properties of the resource; the daily run compares the CA with the same ones.</summary>
    public IReadOnlyDictionary<string, object> Properties { get; }

    /// <summary>There once the CA publishes to the bucket.</summary>
    public CustomResource Resource { get; }

    /// <summary>Comes after a CA of the stack's own has its certificate, without which a CA takes no changes, and goes before it.</summary>
    /// <remarks>
    /// When another CA takes that one's place, the resource is not deleted for the one before, which the stack keeps, settings
    /// included: the role then names the new CA only.
    /// </remarks>
    public void FollowNewAuthority(IDependable active)
    {
        Resource.Node.AddDependency(active);
        ((CfnResource)Resource.Node.DefaultChild!).CfnOptions.UpdateReplacePolicy = CfnDeletionPolicy.RETAIN;
    }

    private static Dictionary<string, object> PropertiesOf(CaRevocationProps props)
    {
        var properties = new Dictionary<string, object>
        {
            ["CertificateAuthorityArn"] = props.CertificateAuthorityArn,
            ["CrlBucketName"] = props.CrlBucket.BucketName,
            ["CustomCname"] = props.CrlHost,
            ["ExpirationInDays"] = props.CrlExpirationDays,
            ["CrlType"] = props.CrlType,
            ["AiaPrefix"] = ServedPrefixes.CaCertificates,
            ["RestoreOnDelete"] = props.RestoreOnDelete,
        };
        if (props.CustomPath is { } path)
        {
            properties["CustomPath"] = path;
        }

        if (props.RestoreBucketName is { } bucket)
        {
            properties["RestoreBucketName"] = bucket;
        }

        if (props.RestoreCustomPath is { } folder)
        {
            properties["RestoreCustomPath"] = folder;
        }

        if (props.IsFormer)
        {
            properties["IsFormer"] = true;
        }

        if (props.FormerAuthorityArns.Count > 0)
        {
            properties["FormerCertificateAuthorities"] = string.Join(',', props.FormerAuthorityArns);
        }

        return properties;
    }
}
