namespace Infra.Local.DirectoryService.Registrations;

/// <summary>A certificate that a directory knows.</summary>
public sealed record RegisteredCertificate
{
    /// <summary><c>c-</c> and ten hexadecimal digits.</summary>
    public required string Id { get; init; }

    public required CertificateType Type { get; init; }

    public required CertificateState State { get; init; }

    /// <summary>Why the state is a failure; null otherwise.</summary>
    public string? StateReason { get; init; }

    /// <summary>SHA-256 of the DER in upper-case hexadecimal digits; the API never tells it.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>Common name of the subject, or its last part where it has none.</summary>
    public required string CommonName { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>When the registration was asked for.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Where its revocations are asked about; only smart card certificates can have one.</summary>
    public string? OcspUrl { get; init; }

    /// <summary>True when sign-in can rely on it: it is registered, and valid.</summary>
    public bool IsUsable(DateTimeOffset at) => IsUnexpired(at) && at >= NotBefore;

    /// <summary>What Directory Service itself looks at.</summary>
    /// <remarks>UNVERIFIED: that it takes and counts a certificate that is not valid yet.</remarks>
    public bool IsUnexpired(DateTimeOffset at) => State == CertificateState.Registered && at < NotAfter;

    /// <summary>True while the same certificate cannot be registered again, and a place is taken.</summary>
    /// <remarks>
    /// UNVERIFIED: that a failed or ended registration takes no place, and that one on its way out still does.
    /// </remarks>
    public bool HoldsPlace => State is not (CertificateState.RegisterFailed or CertificateState.Deregistered);
}
