namespace Infra.Cdk.Configuration.Directories;

/// <summary>Rules for all directories of an environment.</summary>
internal static class DirectoryList
{
    public static IEnumerable<SettingProblem> Problems(IReadOnlyList<DirectorySettings> directories, string region) =>
    [
        .. directories.SelectMany((directory, i) => DirectoryRules.Problems($"directories[{i}]", directory, region)),
        .. directories.SelectMany((directory, i) => Repetitions(directories, directory, i)),
        .. InlineLimits.Problems(directories),
        .. SourceLimits.Problems(directories),
    ];

    private static IEnumerable<SettingProblem> Repetitions(
        IReadOnlyList<DirectorySettings> directories, DirectorySettings directory, int i)
    {
        var earlier = directories.Take(i).ToList();
        if (earlier.FindIndex(other => other.DirectoryId == directory.DirectoryId) is >= 0 and var sameId)
        {
            yield return new SettingProblem(
                $"directories[{i}].directoryId", $"\"{directory.DirectoryId}\" a second time", "each directory once",
                $"directories[{sameId}] names it already, and two would undo each other's work; join them.")
            {
                ComparedWith = [$"directories[{sameId}].directoryId"],
            };
        }

        // Names of outputs hold no hyphens.
        if (earlier.FindIndex(other => Letters(other.Name) == Letters(directory.Name)) is >= 0 and var sameName)
        {
            yield return new SettingProblem(
                $"directories[{i}].name", $"\"{directory.Name}\"", "names that differ in more than hyphens",
                $"directories[{sameName}] has \"{directories[sameName].Name}\"; outputs begin with it. Rename one.")
            {
                ComparedWith = [$"directories[{sameName}].name"],
            };
        }
    }

    private static string Letters(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
