namespace Infra.TrustManager.CaCertificates;

/// <summary>One certificate of a CA, as a source gave it.</summary>
/// <remarks>Two are the same when their thumbprints are.</remarks>
public sealed record CaCertificate
{
    /// <summary>SHA-256 of the DER: 64 upper-case hexadecimal digits.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>Common name of the subject, or its last part where it has none; what Directory Service lists.</summary>
    public required string CommonName { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>When it expires.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Exactly one PEM block, lines ended by a line feed.</summary>
    public required string Pem { get; init; }

    /// <summary>Thumbprint of the certificate that issued it, if that was read with it; its own for a root.</summary>
    public required string? IssuerThumbprint { get; init; }

    /// <summary>How a person recognizes it, in messages and logs.</summary>
    public string Describe() => $"CA certificate '{CommonName}' (SHA-256 {Thumbprint[..16]}...)";

    public bool Equals(CaCertificate? other) => other is not null && other.Thumbprint == Thumbprint;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Thumbprint);
}
