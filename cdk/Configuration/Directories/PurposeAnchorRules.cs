using Infra.TrustManager.CaCertificates;

namespace Infra.Cdk.Configuration.Directories;

/// <summary>Rules between the trust anchors of a purpose and its sources.</summary>
internal static class PurposeAnchorRules
{
    public static IEnumerable<SettingProblem> Problems(string path, DirectoryPurposeSettings purpose) =>
        [.. purpose.Anchors.Problems, .. CountProblems(path, purpose), .. SourceProblems(path, purpose)];

    private static IEnumerable<SettingProblem> CountProblems(string path, DirectoryPurposeSettings purpose)
    {
        if (purpose.Anchors.Anchors.Count > TrustAnchor.MaxCount)
        {
            yield return new SettingProblem(
                $"{path}.trustAnchors", $"{purpose.Anchors.Anchors.Count} anchors",
                $"at most {TrustAnchor.MaxCount} a purpose, every certificate of a file counted",
                "Pin only the CAs below which new CAs of these sources are issued.");
        }
    }

    /// <summary>
    /// An anchor without a source that it gates is reported and not ignored: whoever wrote it expects something of it.
    /// </summary>
    private static IEnumerable<SettingProblem> SourceProblems(string path, DirectoryPurposeSettings purpose)
    {
        if (purpose.Folders.Any() && purpose.TrustAnchors.Count == 0)
        {
            yield return new SettingProblem(
                $"{path}.trustAnchors", "nothing",
                $"1 to {TrustAnchor.MaxCount} where certificateSources has an s3 source",
                "Pin the CA below which the CAs in that bucket are issued, { \"pemFile\": … } or { \"sha256\": … }: "
                + "without it everyone who may write there decides whom the directory trusts.")
            {
                ComparedWith = [$"{path}.certificateSources"],
            };
        }

        if (!purpose.Folders.Any() && purpose.TrustAnchors.Count > 0)
        {
            yield return new SettingProblem(
                $"{path}.trustAnchors", $"{purpose.TrustAnchors.Count} in the list",
                "nothing unless certificateSources has an s3 source",
                "Remove it: PEM files and CAs that the file names need no anchor. To trust the certificates themselves,"
                + " list their file in certificateSources.")
            {
                ComparedWith = [$"{path}.certificateSources"],
            };
        }
    }
}
