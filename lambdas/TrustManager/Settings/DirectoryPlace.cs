namespace Infra.TrustManager.Settings;

/// <summary>Which directory scheduled runs and requests are about, and where its memory is.</summary>
public sealed record DirectoryPlace(string DirectoryId, string MemoryBucket)
{
    /// <summary>What to do where <see cref="Find"/> finds nothing.</summary>
    public const string Missing =
        $"The function's environment lacks {TrustManagerVariables.DirectoryId} or {TrustManagerVariables.MemoryBucket}. "
        + "Deploy the directory's stack with this release. Nothing was changed.";

    /// <summary>
    /// Null where an earlier release set no variables: CloudFormation must get its answers all the same.
    /// </summary>
    public static DirectoryPlace? Find(Func<string, string?> variable) =>
        variable(TrustManagerVariables.DirectoryId) is { Length: > 0 } directory
        && variable(TrustManagerVariables.MemoryBucket) is { Length: > 0 } bucket
            ? new DirectoryPlace(directory, bucket)
            : null;
}
