namespace Infra.Cdk.Configuration.Directories;

/// <summary>How much PEM a template, and the events that CloudFormation makes of it, can carry.</summary>
public static class InlineLimits
{
    /// <summary>Most for one directory, in characters of PEM.</summary>
    /// <remarks>
    /// CloudFormation invokes the function asynchronously, and Lambda takes 256 KB of such an event ("Lambda quotas").
    /// That of an update holds the new properties and the old ones; line feeds take two characters in it.
    /// </remarks>
    public const int MaxDirectoryLength = 100 * 1024;

    /// <summary>Most for all directories of an environment, in characters of PEM.</summary>
    /// <remarks>A template has at most 1 MB (CloudFormation quotas); 20 directories take a third of it without.</remarks>
    public const int MaxTotalLength = 600 * 1024;

    private const string Next =
        "Put the files under a prefix of a bucket and name that as an s3 source, which the function reads by itself. "
        + "Pin anchors by sha256 where their certificates lie there too.";

    public static IEnumerable<SettingProblem> Problems(string path, DirectorySettings directory)
    {
        if (directory.InlineLength > MaxDirectoryLength)
        {
            yield return new SettingProblem(
                path, $"PEM files of {directory.InlineLength} characters", $"at most {MaxDirectoryLength} a directory",
                Next);
        }
    }

    public static IEnumerable<SettingProblem> Problems(IReadOnlyList<DirectorySettings> directories)
    {
        var total = directories.Sum(directory => directory.InlineLength);
        if (total > MaxTotalLength)
        {
            yield return new SettingProblem(
                "directories", $"PEM files of {total} characters in all", $"at most {MaxTotalLength} an environment",
                Next);
        }
    }
}
