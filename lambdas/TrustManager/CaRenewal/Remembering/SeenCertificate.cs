using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>A certificate that the CA has or had.</summary>
/// <param name="Thumbprint">SHA-256 of the DER: 64 upper-case hexadecimal digits.</param>
/// <param name="Since">The moment of the run that first saw it.</param>
public sealed record SeenCertificate(
    string Thumbprint, string CommonName, DateTimeOffset NotAfter, DateTimeOffset Since)
{
    /// <summary>
    /// SHA-256 of the public keys of the CAs above, its issuer's first and the root's last; empty for a root. Windows
    /// has to know these CAs too.
    /// </summary>
    public IReadOnlyList<string> IssuerKeys { get => field ?? []; init; } = [];

    /// <param name="issuers">The CAs above, as in <see cref="IssuerKeys"/>.</param>
    public static SeenCertificate Of(
        CaCertificate certificate, IReadOnlyList<CaCertificate> issuers, DateTimeOffset now) =>
        new(certificate.Thumbprint, certificate.CommonName, certificate.NotAfter, now)
        {
            IssuerKeys = [.. issuers.Select(issuer => issuer.KeyThumbprint)],
        };

    /// <summary>How a person recognizes it, in messages and in the history.</summary>
    public string Describe() => $"'{CommonName}' (SHA-256 {Thumbprint[..16]}..., valid until {NotAfter:yyyy-MM-dd})";
}
