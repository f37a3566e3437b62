namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>An extension that is ordered as it is in another certificate.</summary>
/// <param name="Value">Base64 of its DER; at most <see cref="MaxLength"/> characters.</param>
public sealed record CarriedExtension(string ObjectIdentifier, bool IsCritical, string Value)
{
    /// <summary>Longest value of a custom extension (API Reference, CustomExtension).</summary>
    public const int MaxLength = 4096;
}
