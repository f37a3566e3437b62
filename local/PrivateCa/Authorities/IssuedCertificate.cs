using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.PrivateCa.Authorities;

/// <summary>A certificate that a CA has signed.</summary>
/// <param name="Arn">ARN of the certificate, under that of its CA.</param>
/// <param name="Certificate">The certificate.</param>
/// <param name="ChainPem">Its CA's certificate and those above, in PEM; null for the CA's own self-signed one.</param>
/// <param name="AvailableAt">From then on GetCertificate has it.</param>
public sealed record IssuedCertificate(string Arn, X509Certificate2 Certificate, string? ChainPem, DateTimeOffset AvailableAt)
{
    /// <summary>Hexadecimal, lower case.</summary>
    public string Serial { get; } = Certificate.SerialNumber.ToLowerInvariant();

    public DateTimeOffset NotAfter { get; } = Certificate.NotAfter.ToUniversalTime();

    /// <summary>CRL that a client would look for; null when it names none.</summary>
    public string? CrlUrl { get; init; }

    public bool IsSelfSigned => ChainPem is null;

    public string Pem => Certificate.ExportCertificatePem();
}
