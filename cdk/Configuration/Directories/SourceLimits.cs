namespace Infra.Cdk.Configuration.Directories;

/// <summary>How many sources the role of one function may name.</summary>
public static class SourceLimits
{
    /// <summary>
    /// Most for all different <c>s3</c> and <c>certificateAuthorityArn</c> sources of an environment, in characters of
    /// its policies.
    /// </summary>
    /// <remarks>
    /// All inline policies of a role share 10,240 characters, blanks not counted (IAM quotas). The function that reads
    /// about every directory names each of up to 20, its own logs and the memory, which takes 3,000.
    /// </remarks>
    public const int MaxPolicyLength = 7000;

    /// <summary>Of a bucket's ARN without its name, in the partition with the longest; with quotes and comma.</summary>
    private const int BucketLength = 25;

    /// <summary>Of a statement that lists one bucket, without the bucket's name and its prefixes.</summary>
    private const int ListLength = 120;

    public static IEnumerable<SettingProblem> Problems(IReadOnlyList<DirectorySettings> directories)
    {
        var purposes = directories.SelectMany(directory => directory.Purposes)
            .Select(purpose => purpose.Settings).ToList();
        var folders = purposes.SelectMany(purpose => purpose.Folders).Distinct().ToList();
        var authorities = purposes.SelectMany(purpose => purpose.CertificateSources)
            .Select(source => source.CertificateAuthorityArn).OfType<string>()
            .Distinct(StringComparer.Ordinal).ToList();
        var length = authorities.Sum(arn => arn.Length + 3)
            + folders.Sum(folder => BucketLength + folder.BucketName.Length + (2 * (folder.Prefix.Length + 4)))
            + folders.Select(folder => folder.BucketName).Distinct(StringComparer.Ordinal)
                .Sum(bucket => ListLength + BucketLength + bucket.Length);
        if (length > MaxPolicyLength)
        {
            yield return new SettingProblem(
                "directories",
                $"{folders.Count} different s3 sources and {authorities.Count} CAs, {length} characters of IAM policy",
                $"at most {MaxPolicyLength} characters an environment, some 60 different s3 sources",
                "Let directories share prefixes, or put some of the directories into another environment.");
        }
    }
}
