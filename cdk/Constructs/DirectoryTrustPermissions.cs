using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace Infra.Cdk.Constructs;

/// <summary>What the functions of a <see cref="DirectoryTrust"/> may do.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>its one directory</term><description>certificates, smart cards and LDAPS</description></item>
/// <item><term>the memory bucket</term><description>the object about it, in all versions</description></item>
/// <item><term>CAs and folders of buckets, when they are sources</term><description>read</description></item>
/// <item><term>the topic, when there is one</term><description>publish, except for the resource</description></item>
/// </list>
/// </remarks>
internal static class DirectoryTrustPermissions
{
    /// <summary>
    /// Both purposes', whatever is managed: an update that leaves a purpose out must be able to switch it off.
    /// </summary>
    private static readonly string[] ChangeActions =
    [
        "ds:DeregisterCertificate",
        "ds:DisableClientAuthentication",
        "ds:DisableLDAPS",
        "ds:EnableClientAuthentication",
        "ds:EnableLDAPS",
        "ds:RegisterCertificate",
    ];

    /// <summary>Of the function that answers CloudFormation; it alone ends a memory, and tells nobody.</summary>
    public static Dictionary<string, PolicyDocument> OfResource(Stack stack, DirectoryTrustProps props) => Policies(
        stack, props, UseMemory(props, "s3:DeleteObject", "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"));

    /// <summary>Of the function that EventBridge and operators invoke.</summary>
    public static Dictionary<string, PolicyDocument> OfReconcile(Stack stack, DirectoryTrustProps props)
    {
        var policies = Policies(stack, props, UseMemory(props, "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"));
        if (props.Tells is { } channel)
        {
            policies["TellPeople"] = channel.Publish();
        }

        return policies;
    }

    private static Dictionary<string, PolicyDocument> Policies(
        Stack stack, DirectoryTrustProps props, PolicyDocument memory)
    {
        var policies = new Dictionary<string, PolicyDocument>
        {
            ["ManageDirectory"] = ManageDirectory(stack, props),
            ["UseMemory"] = memory,
        };
        DirectoryStatements.AddSources(policies, stack.Partition, props.AllCertificateAuthorityArns, props.Folders);
        return policies;
    }

    private static PolicyDocument ManageDirectory(Stack stack, DirectoryTrustProps props) => Statements.Document(
    [
        .. DirectoryStatements.Of(
            stack, [.. ChangeActions, .. DirectoryStatements.ReadActions], props.Directory.DirectoryId),
    ]);

    private static PolicyDocument UseMemory(DirectoryTrustProps props, params string[] actions) => Statements.Document(
    [
        .. DirectoryStatements.Memory(props.MemoryBucket, $"{props.Directory.DirectoryId}.json", actions),
    ]);
}
