using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>A certificate that the CA has or had.</summary>
/// <param name="Thumbprint">SHA-256 of the DER: 64 upper-case hexadecimal digits.</param>
/// <param name="Since">The moment of the run that first saw it.</param>
public sealed record SeenCertificate(
    string Thumbprint, string CommonName, DateTimeOffset NotAfter, DateTimeOffset Since)
{
    public static SeenCertificate Of(CaCertificate certificate, DateTimeOffset now) =>
        new(certificate.Thumbprint, certificate.CommonName, certificate.NotAfter, now);

    /// <summary>How a person recognizes it, in messages and in the history.</summary>
    public string Describe() => $"'{CommonName}' (SHA-256 {Thumbprint[..16]}..., valid until {NotAfter:yyyy-MM-dd})";
}
