namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>A certificate with what path validation asks of it by itself.</summary>
internal sealed class PathCertificate
{
    private PathCertificate(CaCertificate certificate, ParsedCertificate parsed, CertificateFaults faults)
    {
        (Certificate, Parsed) = (certificate, parsed);
        (Names, Constraints) = (faults.Names, faults.Constraints);
        (Fault, FaultAsIssuer) = (faults.Fault, faults.FaultAsIssuer);
    }

    public CaCertificate Certificate { get; }

    public ParsedCertificate Parsed { get; }

    /// <summary>What constraints above concern.</summary>
    public IReadOnlyList<GeneralName> Names { get; }

    /// <summary>For the names of what is below; null without the extension.</summary>
    public NameConstraints? Constraints { get; }

    /// <summary>Why it can be in no path, as the end of a sentence; null when it can.</summary>
    public string? Fault { get; }

    /// <summary>Why nothing can follow it, as the end of a sentence; null when something can.</summary>
    public string? FaultAsIssuer { get; }

    /// <summary>Subject and issuer have one name: a root, or a CA's new key certified with its old one.</summary>
    public bool IsSelfIssued => Parsed.Subject.IsSameAs(Parsed.Issuer);

    public static PathCertificate Of(CaCertificate certificate, DateTimeOffset now)
    {
        var parsed = ParsedCertificate.From(certificate);
        return new PathCertificate(certificate, parsed, CertificateFaults.Of(certificate, parsed, now));
    }

    public string Describe() => Certificate.Describe();
}
