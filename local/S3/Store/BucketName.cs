using System.Text.RegularExpressions;

namespace Infra.Local.S3.Store;

/// <summary>S3's rules for names of buckets.</summary>
public static partial class BucketName
{
    /// <summary>Characters; S3 user guide, "Bucket naming rules".</summary>
    public const int MaximumLength = 63;

    public static bool IsValid(string name) =>
        name.Length is >= 3 and <= MaximumLength && Pattern().IsMatch(name) && !name.Contains("..", StringComparison.Ordinal);

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]*[a-z0-9]$")]
    private static partial Regex Pattern();
}
