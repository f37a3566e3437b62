namespace Infra.TrustManager.Revocation;

/// <summary>
/// A CA's <c>CrlConfiguration</c>; a member that is null is not sent, and the service's default holds.
/// </summary>
public sealed record CrlSettings
{
    /// <summary>
    /// With <c>Enabled</c> false Private CA accepts no other member (API Reference, RevocationConfiguration).
    /// </summary>
    public static CrlSettings Disabled { get; } = new() { Enabled = false };

    public required bool Enabled { get; init; }

    /// <summary>Days from a CRL's <c>thisUpdate</c> to its <c>nextUpdate</c>: 1 to 5000.</summary>
    public int? ExpirationInDays { get; init; }

    /// <summary>Host in the distribution point of certificates, without a scheme; the bucket's own when null.</summary>
    public string? CustomCname { get; init; }

    public string? S3BucketName { get; init; }

    /// <summary><c>PUBLIC_READ</c> when null, which a private bucket refuses.</summary>
    public string? S3ObjectAcl { get; init; }

    /// <summary>True leaves the distribution point out of certificates.</summary>
    public bool? OmitExtension { get; init; }

    /// <summary><c>COMPLETE</c> when null, or <c>PARTITIONED</c>.</summary>
    public string? CrlType { get; init; }

    /// <summary>Folder of the CRLs in the bucket.</summary>
    public string? CustomPath { get; init; }

    /// <summary>True when Private CA does the same with both: a null member equals the service's default.</summary>
    public bool IsSameAs(CrlSettings? other) => other is not null && WithDefaults() == other.WithDefaults();

    private CrlSettings WithDefaults() => !Enabled
        ? Disabled
        : this with
        {
            CustomCname = CustomCname ?? "",
            S3ObjectAcl = S3ObjectAcl ?? "PUBLIC_READ",
            OmitExtension = OmitExtension ?? false,
            CrlType = CrlType ?? "COMPLETE",
            CustomPath = CustomPath ?? "",
        };
}
