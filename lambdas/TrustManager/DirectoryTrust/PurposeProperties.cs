using System.Globalization;
using System.Text.Json.Serialization;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Property <c>SmartCard</c> or <c>Ldaps</c> of <c>Custom::DirectoryTrust</c>, as the template has it.</summary>
/// <remarks>
/// Generated JSON code sets what a document leaves out to null, whatever an initializer says: hence the defaults on reading.
/// </remarks>
public sealed record PurposeProperties
{
    /// <summary>PEM texts, each of one or more certificates.</summary>
    public IReadOnlyList<string> Certificates { get => field ?? []; init; }

    /// <summary>Private CAs whose certificate and chain are trusted.</summary>
    public IReadOnlyList<string> CertificateAuthorityArns { get => field ?? []; init; }

    public IReadOnlyList<S3Place> S3Sources { get => field ?? []; init; }

    /// <summary>
    /// CAs below which what comes from <see cref="S3Sources"/> registers by itself; each is a text of
    /// <see cref="CaCertificates.TrustAnchor"/>.
    /// </summary>
    public IReadOnlyList<string> TrustAnchors { get => field ?? []; init; }

    /// <summary>Smart card only: asked when a card's own certificate names no responder.</summary>
    public string? OcspUrl { get; init; }

    /// <summary>Whether the directory uses the certificates: <c>true</c> (default) or <c>false</c>.</summary>
    public string Enabled { get => field ?? "true"; init; }

    /// <summary>Thumbprints or common names of certificates that may be missing for a moment.</summary>
    public IReadOnlyList<string> AllowGapFor { get => field ?? []; init; }

    /// <summary>
    /// How many certificates the directory takes: 1 to 1000. Default: what AWS documents, see
    /// <see cref="Trust.Ceilings"/>.
    /// </summary>
    public string? Ceiling { get; init; }

    /// <summary><see cref="Ceiling"/> as a number; null when it is not given.</summary>
    [JsonIgnore]
    public int? CeilingCount =>
        int.TryParse(Ceiling, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
