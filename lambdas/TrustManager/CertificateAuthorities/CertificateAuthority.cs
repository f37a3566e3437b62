using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>What Private CA says about one certificate authority.</summary>
public sealed record CertificateAuthority
{
    public required CaArn Arn { get; init; }

    /// <summary>One of <see cref="CaStatus"/>, or a value that is newer than this code.</summary>
    public required string Status { get; init; }

    /// <summary>True when the CA signs itself; false when another one signed it.</summary>
    public required bool IsRoot { get; init; }

    /// <summary>When the CA's certificate expires; null until it has one.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Why the CA is <c>FAILED</c>.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Until when a <c>DELETED</c> CA can be restored.</summary>
    public DateTimeOffset? RestorableUntil { get; init; }

    /// <summary>Algorithm with which the CA signs; certificates are ordered with the same.</summary>
    public required string SigningAlgorithm { get; init; }

    public required RevocationSettings Revocation { get; init; }

    /// <summary>
    /// Private CA changes revocation settings in these two states only (API Reference, UpdateCertificateAuthority).
    /// </summary>
    public bool TakesChanges => Status is CaStatus.Active or CaStatus.Disabled;
}
