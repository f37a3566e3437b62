using System.Text.Json.Serialization;
using Infra.TrustManager.CaCertificates;

namespace Infra.Cdk.Configuration.Directories;

/// <summary>The CA certificates that a directory uses for smart cards, or for LDAPS.</summary>
public sealed record DirectoryPurposeSettings
{
    public required IReadOnlyList<CertificateSourceSettings> CertificateSources { get; init; }

    /// <summary>CAs below which certificates of <c>s3</c> sources register by themselves.</summary>
    public required IReadOnlyList<TrustAnchorSettings> TrustAnchors { get; init; }

    /// <summary>Where AD Connector asks about user certificates that name no responder; smart cards only.</summary>
    public string? OcspUrl { get; init; }

    /// <summary>Whether the directory uses the certificates; false registers them and leaves the feature off.</summary>
    public required bool Enabled { get; init; }

    /// <summary>
    /// SHA-256 thumbprints or common names of certificates that may be missing for a moment where they cannot be
    /// replaced otherwise.
    /// </summary>
    public required IReadOnlyList<string> AllowGapFor { get; init; }

    /// <summary>What the PEM files among the sources hold.</summary>
    [JsonIgnore]
    public CaBundle Certificates { get; init; } = new([], []);

    /// <summary>What <see cref="TrustAnchors"/> and the files in it hold.</summary>
    [JsonIgnore]
    public PurposeAnchors Anchors { get; init; } = new([], []);

    /// <summary>The folders of buckets among the sources.</summary>
    [JsonIgnore]
    public IEnumerable<S3SourceSettings> Folders =>
        CertificateSources.Select(source => source.S3).OfType<S3SourceSettings>();

    /// <summary>Whether all that the directory shall trust is known before anything is deployed.</summary>
    public bool IsWhollyFromFiles => CertificateSources.All(source => source.PemFile is not null);
}
