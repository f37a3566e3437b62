namespace Infra.TrustManager.Revocation;

/// <summary>Where a CA's CRLs are found.</summary>
/// <param name="Host">Host of the distribution point.</param>
/// <param name="CustomPath">Folder, where the settings name one.</param>
public sealed record CrlPlace(string Host, string? CustomPath, string CaId)
{
    /// <summary>Folder of complete CRLs; no setting moves it (Private CA User Guide, planning a CRL).</summary>
    public const string CompleteFolder = "crl/";

    /// <summary>
    /// Folders of the CRL bucket with other objects: complete CRLs, CA certificates, restore points, state of renewals.
    /// </summary>
    public static IReadOnlyList<string> ReservedFolders { get; } = ["crl", "aia", "trust-manager", "ca-renewal"];

    /// <summary>The reserved folder that a custom path is, or lies in; null for none.</summary>
    /// <remarks>Below <c>crl</c> there are no other objects: complete CRLs lie in that folder itself.</remarks>
    public static string? ReservedFolder(string path) => ReservedFolders.FirstOrDefault(folder =>
        path == folder || (folder != "crl" && path.StartsWith($"{folder}/", StringComparison.Ordinal)));

    /// <summary>
    /// Key of the CA's complete CRL; null where a folder is named, in which Private CA chooses the names (Private CA
    /// User Guide, planning a CRL).
    /// </summary>
    public string? CompleteKey => CustomPath is null ? $"{CompleteFolder}{CaId}.crl" : null;

    /// <summary>Beginning of the key of the CA's CRLs: the whole key of a complete CRL, or the folder.</summary>
    public string KeyPrefix => CompleteKey ?? $"{CustomPath}/";

    /// <summary>
    /// Private CA writes distribution points with plain HTTP: a CRL is signed, and checking TLS would need one.
    /// </summary>
    public string Url(string key) => $"http://{Host}/{key}";
}
