using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Infra.Cdk.Configuration.Directories;

namespace Infra.Cdk.Constructs;

/// <summary>Statements about directories, their memory and their sources, for the roles that need them.</summary>
internal static class DirectoryStatements
{
    /// <summary>What a plan reads of a directory.</summary>
    public static readonly string[] ReadActions =
    [
        "ds:DescribeCertificate",
        "ds:DescribeClientAuthenticationSettings",
        "ds:DescribeLDAPSSettings",
        "ds:ListCertificates",
    ];

    private const string Memories = "directory-trust/";

    /// <remarks>
    /// DescribeDirectories cannot be limited to a directory (Service Authorization Reference, "Actions, resources, and
    /// condition keys for AWS Directory Service": the action has no resource type).
    /// </remarks>
    public static IEnumerable<PolicyStatement> Of(Stack stack, string[] actions, params string[] directoryIds)
    {
        yield return Statements.Allow(
            [.. actions.Order(StringComparer.Ordinal)],
            [
                .. directoryIds.Select(id => stack.FormatArn(new ArnComponents
                {
                    Service = "ds", Resource = "directory", ResourceName = id,
                })),
            ]);
        yield return Statements.Allow(["ds:DescribeDirectories"], "*");
    }

    /// <param name="name">Of the object below the prefix of all memories; <c>*</c> for each.</param>
    public static IEnumerable<PolicyStatement> Memory(IBucket bucket, string name, params string[] actions)
    {
        var key = $"{Memories}{name}";
        yield return Statements.Allow(actions, bucket.ArnForObjects(key));
        yield return Statements.ListKeys(bucket.BucketArn, key);
        yield return Statements.ListVersions(bucket.BucketArn, key);
    }

    /// <summary>Adds the policies that let a role read what certificates come from; none for none.</summary>
    public static void AddSources(
        Dictionary<string, PolicyDocument> policies,
        string partition,
        IReadOnlyList<string> authorityArns,
        IReadOnlyList<S3SourceSettings> folders)
    {
        if (authorityArns.Count > 0)
        {
            policies["ReadCas"] = Statements.Document(Statements.Allow(
                ["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificateAuthorityCertificate"],
                [.. authorityArns]));
        }

        if (folders.Count > 0)
        {
            policies["ReadFolders"] = Statements.Document([.. ReadFolders(partition, folders)]);
        }
    }

    private static IEnumerable<PolicyStatement> ReadFolders(string partition, IReadOnlyList<S3SourceSettings> folders)
    {
        yield return Statements.Allow(
            ["s3:GetObject"],
            [.. folders.Select(folder => $"{ArnOf(folder.BucketName)}/{folder.Prefix}*")]);
        foreach (var bucket in folders.GroupBy(folder => folder.BucketName))
        {
            yield return Statements.ListKeys(
                ArnOf(bucket.Key), [.. bucket.Select(folder => $"{folder.Prefix}*")]);
        }

        string ArnOf(string bucket) => $"arn:{partition}:s3:::{bucket}";
    }
}
