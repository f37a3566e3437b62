namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>How a certificate is vouched for.</summary>
/// <param name="Certificates">
/// The certificate first, then each one's issuer, the trust anchor last; one alone is an anchor itself.
/// </param>
public sealed record AnchorPath(IReadOnlyList<CaCertificate> Certificates)
{
    public CaCertificate Anchor => Certificates[^1];

    /// <summary>For people: every certificate by its name and thumbprint, from the certificate to its anchor.</summary>
    public string Describe() => Certificates.Count == 1
        ? $"{Anchor.Describe()} is a trust anchor"
        : string.Join(", issued by ", Certificates.SkipLast(1).Select(one => one.Describe()))
            + $", issued by trust anchor '{Anchor.CommonName}' (SHA-256 {Anchor.Thumbprint[..16]}...)";
}
