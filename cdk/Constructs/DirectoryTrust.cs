using Amazon.CDK;
using Constructs;
using Infra.Cdk.Constructs.Alarms;
using Infra.Cdk.Constructs.Events;
using Infra.TrustManager.Settings;

namespace Infra.Cdk.Constructs;

/// <summary>
/// Makes a directory trust CA certificates, use them for smart cards, LDAPS or both, and follow their sources.
/// </summary>
public sealed class DirectoryTrust : Construct
{
    public DirectoryTrust(Construct scope, string id, DirectoryTrustProps props)
        : base(scope, id)
    {
        var directory = props.Directory.DirectoryId;
        var function = new TrustManagerFunction(this, "Function", new TrustManagerFunctionProps
        {
            Name = TrustManagerVariables.DirectoryTrust,
            Description = $"Keeps the CA certificates of directory {directory}, for CloudFormation.",
            PackageFolder = props.PackageFolder,
            Function = props.Function,
            Permissions = DirectoryTrustPermissions.OfResource(Stack.Of(this), props),
        });
        Resource = function.AddResource(this, "Custom::DirectoryTrust", DirectoryTrustProperties.From(props));

        // Its removal writes the state a last time, until which nothing else may.
        Resource.Node.AddDependency(props.MemoryBucket.Policy!);
        var reconcile = new TrustManagerFunction(this, "Reconcile", new TrustManagerFunctionProps
        {
            Name = TrustManagerVariables.DirectoryReconcile,
            Description = $"Keeps directory {directory} equal to its sources, and fulfils requests that change it.",
            PackageFolder = props.PackageFolder,
            Function = props.Function,
            Permissions = DirectoryTrustPermissions.OfReconcile(Stack.Of(this), props),
            Variables = Variables(props),
        });
        ReconcileFunctionName = reconcile.Name;
        _ = new DirectoryEvents(this, "Events", reconcile, props);
        _ = new DirectoryAlarms(this, "Alarms", props.Directory, props.Tells);
    }

    /// <summary>The function that operators invoke to change the directory.</summary>
    public string ReconcileFunctionName { get; }

    /// <summary>Ids of the certificates that this deployment registered.</summary>
    public string CertificateIds => Resource.GetAttString("CertificateIds");

    /// <summary>How many certificates are in which state, and whether the features are on.</summary>
    public string States => Resource.GetAttString("States");

    /// <summary>Which of the wanted certificates expires first, and when.</summary>
    public string NextExpiry => Resource.GetAttString("NextExpiry");

    /// <summary>Ids of the certificates that somebody else registered.</summary>
    public string LeftAlone => Resource.GetAttString("LeftAlone");

    /// <summary>What a person should know, or <c>none</c>.</summary>
    public string Warning => Resource.GetAttString("Warning");

    private CustomResource Resource { get; }

    private static Dictionary<string, string> Variables(DirectoryTrustProps props)
    {
        var variables = new Dictionary<string, string>
        {
            [TrustManagerVariables.DirectoryId] = props.Directory.DirectoryId,
            [TrustManagerVariables.MemoryBucket] = props.MemoryBucket.BucketName,
            [TrustManagerVariables.PropertiesFingerprint] = DirectoryTrustProperties.FingerprintOf(props),
        };
        if (props.OwnSource is { } own)
        {
            variables[TrustManagerVariables.OwnCertificateAuthorityArn] = own;
        }

        if (props.Tells is { } channel)
        {
            variables[TrustManagerVariables.TopicArn] = channel.TopicArn;
        }

        return variables;
    }
}
