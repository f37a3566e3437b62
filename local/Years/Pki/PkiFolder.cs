using System.Text.Json.Nodes;

namespace Infra.Local.Years.Pki;

/// <summary>A folder of a bucket that an environment file names as a source.</summary>
/// <param name="IsSmartCard">What its certificates are for: people's cards, or LDAPS servers.</param>
/// <param name="DirectoryIds">Directories that trust what lies there.</param>
public sealed record PkiFolder(string Bucket, string Prefix, bool IsSmartCard, IReadOnlyList<string> DirectoryIds)
{
    /// <summary>Files of trust anchors, below <c>environments/</c>, of the purposes that it is a source of.</summary>
    public IReadOnlyList<string> AnchorFiles { get; init; } = [];

    private static readonly string[] Purposes = ["smartCard", "ldaps"];

    /// <summary>Every folder that an environment file names.</summary>
    public static IReadOnlyList<PkiFolder> In(string environmentFile) =>
    [
        .. from directory in Directories(environmentFile)
           from purpose in Purposes
           from source in Sources(directory, purpose)
           let place = source["s3"]
           where place is not null
           group (Id: (string)directory["directoryId"]!, Anchors: AnchorFilesOf(directory[purpose]!)) by (
               Bucket: (string)place["bucketName"]!,
               Prefix: (string?)place["prefix"] ?? "",
               IsSmartCard: purpose == "smartCard") into one
           select new PkiFolder(one.Key.Bucket, one.Key.Prefix, one.Key.IsSmartCard, [.. one.Select(use => use.Id)])
           {
               AnchorFiles = [.. one.SelectMany(use => use.Anchors).Distinct()],
           },
    ];

    /// <summary>Directories whose LDAPS trusts the deployment's own CA.</summary>
    public static IReadOnlyList<string> TrustingOwnAuthority(string environmentFile) =>
    [
        .. Directories(environmentFile)
            .Where(directory => Sources(directory, "ldaps").Any(source => (bool?)source["ownCertificateAuthority"] == true))
            .Select(directory => (string)directory["directoryId"]!),
    ];

    private static IEnumerable<JsonNode> Directories(string environmentFile) =>
        (JsonNode.Parse(File.ReadAllText(environmentFile))!["directories"] as JsonArray ?? []).OfType<JsonNode>();

    private static IEnumerable<string> AnchorFilesOf(JsonNode purpose) =>
        (purpose["trustAnchors"] as JsonArray ?? [])
            .Select(anchor => (string?)anchor!["pemFile"]).OfType<string>();

    private static IEnumerable<JsonNode> Sources(JsonNode directory, string purpose) =>
        (directory[purpose]?["certificateSources"] as JsonArray ?? []).OfType<JsonNode>();
}
