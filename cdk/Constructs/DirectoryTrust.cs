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
        var function = new TrustManagerFunction(this, "Function", new TrustManagerFunctionProps
        {
            Name = TrustManagerVariables.DirectoryTrust,
            Description = $"Keeps the CA certificates of directory {props.Directory.DirectoryId}.",
            PackageFolder = props.PackageFolder,
            Function = props.Function,
            Permissions = DirectoryTrustPermissions.For(Stack.Of(this), props),
            Variables = Variables(props),
        });
        FunctionName = function.Name;
        Resource = function.AddResource(this, "Custom::DirectoryTrust", DirectoryTrustProperties.From(props));
        _ = new DirectoryEvents(this, "Events", function, props);
        _ = new DirectoryAlarms(this, "Alarms", props.Directory, props.Tells);
    }

    public string FunctionName { get; }

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
        };
        if (props.Tells is { } channel)
        {
            variables[TrustManagerVariables.TopicArn] = channel.TopicArn;
        }

        return variables;
    }
}
