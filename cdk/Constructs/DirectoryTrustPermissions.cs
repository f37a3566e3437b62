using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Infra.Cdk.Configuration.Directories;

namespace Infra.Cdk.Constructs;

/// <summary>What the function behind a <see cref="DirectoryTrust"/> may do.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>its one directory</term><description>certificates, smart cards and LDAPS</description></item>
/// <item><term>the memory bucket</term><description>the object about that directory, in all versions</description></item>
/// <item><term>CAs and folders of buckets, when they are sources</term><description>read</description></item>
/// <item><term>the topic, when there is one</term><description>publish</description></item>
/// </list>
/// </remarks>
internal static class DirectoryTrustPermissions
{
    /// <summary>
    /// Both purposes', whatever is managed: an update that leaves a purpose out must be able to switch it off.
    /// </summary>
    private static readonly string[] DirectoryActions =
    [
        "ds:DeregisterCertificate",
        "ds:DescribeCertificate",
        "ds:DescribeClientAuthenticationSettings",
        "ds:DescribeLDAPSSettings",
        "ds:DisableClientAuthentication",
        "ds:DisableLDAPS",
        "ds:EnableClientAuthentication",
        "ds:EnableLDAPS",
        "ds:ListCertificates",
        "ds:RegisterCertificate",
    ];

    public static Dictionary<string, PolicyDocument> For(Stack stack, DirectoryTrustProps props)
    {
        var policies = new Dictionary<string, PolicyDocument>
        {
            ["ManageDirectory"] = Statements.Document([.. ManageDirectory(stack, props.Directory.DirectoryId)]),
            ["UseMemory"] = Statements.Document([.. UseMemory(props)]),
        };
        if (props.AllCertificateAuthorityArns is { Count: > 0 } authorities)
        {
            policies["ReadCas"] = Statements.Document(Statements.Allow(
                ["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificateAuthorityCertificate"],
                [.. authorities]));
        }

        if (props.Folders is { Count: > 0 } folders)
        {
            policies["ReadFolders"] = Statements.Document(
                [.. folders.SelectMany(folder => ReadFolder(stack.Partition, folder))]);
        }

        if (props.Tells is { } channel)
        {
            policies["TellPeople"] = channel.Publish();
        }

        return policies;
    }

    /// <remarks>
    /// DescribeDirectories cannot be limited to a directory (Service Authorization Reference, "Actions, resources, and
    /// condition keys for AWS Directory Service": the action has no resource type).
    /// </remarks>
    private static IEnumerable<PolicyStatement> ManageDirectory(Stack stack, string directoryId)
    {
        yield return Statements.Allow(DirectoryActions, stack.FormatArn(new ArnComponents
        {
            Service = "ds",
            Resource = "directory",
            ResourceName = directoryId,
        }));
        yield return Statements.Allow(["ds:DescribeDirectories"], "*");
    }

    private static IEnumerable<PolicyStatement> UseMemory(DirectoryTrustProps props)
    {
        var (bucket, key) = (props.MemoryBucket, $"directory-trust/{props.Directory.DirectoryId}.json");
        yield return Statements.Allow(
            ["s3:DeleteObject", "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"], bucket.ArnForObjects(key));
        yield return Statements.ListKeys(bucket.BucketArn, key);
        yield return Statements.Allow(["s3:ListBucketVersions"], bucket.BucketArn).When("StringEquals", "s3:prefix", key);
    }

    private static IEnumerable<PolicyStatement> ReadFolder(string partition, S3SourceSettings folder)
    {
        var bucketArn = $"arn:{partition}:s3:::{folder.BucketName}";
        yield return Statements.Allow(["s3:GetObject"], $"{bucketArn}/{folder.Prefix}*");
        yield return Statements.ListKeys(bucketArn, $"{folder.Prefix}*");
    }
}
