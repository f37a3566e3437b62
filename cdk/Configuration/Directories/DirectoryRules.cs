using Infra.TrustManager.CaCertificates;

namespace Infra.Cdk.Configuration.Directories;

/// <summary>Rules between the settings of one directory.</summary>
internal static class DirectoryRules
{
    /// <param name="path">Where the directory stands, such as <c>directories[0]</c>.</param>
    /// <param name="directory">Its settings.</param>
    /// <param name="region">Region of the deployment.</param>
    public static IEnumerable<SettingProblem> Problems(string path, DirectorySettings directory, string region) =>
    [
        .. NothingToDo(path, directory),
        .. SmartCardProblems(path, directory, region),
        .. InlineLimits.Problems(path, directory),
        .. directory.SmartCard is { } smartCard
            ? DirectoryPurposeRules.Problems($"{path}.smartCard", smartCard, CertificateCeiling.SmartCard, region)
            : [],
        .. directory.Ldaps is { } ldaps
            ? DirectoryPurposeRules.Problems($"{path}.ldaps", ldaps, CertificateCeiling.Ldaps, region)
            : [],
    ];

    private static IEnumerable<SettingProblem> NothingToDo(string path, DirectorySettings directory)
    {
        if (!directory.Purposes.Any())
        {
            yield return new SettingProblem(
                path, "neither smartCard nor ldaps", "one of them, or both",
                "Say what the directory shall trust certificates for, or remove it from the list.")
            {
                ComparedWith = [$"{path}.smartCard", $"{path}.ldaps"],
            };
        }
    }

    private static IEnumerable<SettingProblem> SmartCardProblems(
        string path, DirectorySettings directory, string region)
    {
        if (directory.SmartCard is null)
        {
            yield break;
        }

        if (directory.DirectoryType != DirectorySettings.AdConnector)
        {
            yield return new SettingProblem(
                $"{path}.smartCard", $"smart cards for a directory of type {directory.DirectoryType}",
                $"smartCard when directoryType is {DirectorySettings.AdConnector}",
                "Sign-in with smart cards goes through an AD Connector; name that one, or remove smartCard.")
            {
                ComparedWith = [$"{path}.directoryType"],
            };
        }

        if (!SmartCardRegions.All.Contains(region))
        {
            yield return new SettingProblem(
                $"{path}.smartCard", $"smart cards in Region {region}",
                $"smartCard in {string.Join(", ", SmartCardRegions.All)}",
                "AD Connector supports smart cards there only; remove smartCard, or use a directory in one of them.")
            {
                ComparedWith = ["region"],
            };
        }
    }
}
