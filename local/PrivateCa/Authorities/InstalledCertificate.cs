using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.PrivateCa.Authorities;

/// <summary>The CA certificate that was imported last.</summary>
/// <param name="Certificate">The CA's own certificate.</param>
/// <param name="ChainPem">The certificates above it, root last, in PEM; null for a root.</param>
public sealed record InstalledCertificate(X509Certificate2 Certificate, string? ChainPem)
{
    public string Pem => Certificate.ExportCertificatePem();

    /// <summary>What a certificate issued by this CA chains up through.</summary>
    public string CompleteChainPem => ChainPem is null ? Pem : $"{Pem}\n{ChainPem}";

    public DateTimeOffset NotBefore { get; } = Certificate.NotBefore.ToUniversalTime();

    public DateTimeOffset NotAfter { get; } = Certificate.NotAfter.ToUniversalTime();

    /// <summary>How many CAs may follow below; null for no limit.</summary>
    public int? PathLength { get; } =
        Certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault() is { HasPathLengthConstraint: true } constraints
            ? constraints.PathLengthConstraint
            : null;

    /// <summary>Key identifier that certificates and CRLs of this CA point back to.</summary>
    public X509SubjectKeyIdentifierExtension KeyIdentifier { get; } =
        Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()
        ?? new X509SubjectKeyIdentifierExtension(Certificate.PublicKey, critical: false);
}
