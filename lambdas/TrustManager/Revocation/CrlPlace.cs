namespace Infra.TrustManager.Revocation;

/// <summary>Where a CA's CRLs are found.</summary>
/// <param name="Host">Host of the distribution point.</param>
/// <param name="CustomPath">Folder, where the settings name one.</param>
public sealed record CrlPlace(string Host, string? CustomPath, string CaId)
{
    /// <summary>
    /// Beginning of the key of the CA's CRLs: the whole key of a complete CRL, or the folder, under which Private CA
    /// chooses the names (Private CA User Guide, planning a CRL).
    /// </summary>
    public string KeyPrefix => CustomPath is null ? $"crl/{CaId}.crl" : $"{CustomPath}/";

    /// <summary>
    /// Private CA writes distribution points with plain HTTP: a CRL is signed, and checking TLS would need one.
    /// </summary>
    public string Url(string key) => $"http://{Host}/{key}";
}
