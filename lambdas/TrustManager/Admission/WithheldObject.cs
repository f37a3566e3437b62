using System.Text.Json.Serialization;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Admission;

/// <summary>Why something that lies under a source prefix is not registered.</summary>
public enum WithheldKind
{
    /// <summary>No path leads to a trust anchor: an operator has to approve or reject it.</summary>
    AwaitsApproval,

    /// <summary>Directory Service would not take it, whatever an operator says.</summary>
    NotRegistrable,

    /// <summary>Its certificates could not be read.</summary>
    NotReadable,

    /// <summary>An operator rejected it.</summary>
    Rejected,
}

/// <summary>Something in a source bucket that no run registers as it is.</summary>
/// <param name="Reason">Why, as a sentence without a full stop; the end of a long one is cut.</param>
/// <param name="Certificate">Null for an object that could not be read.</param>
public sealed record WithheldObject(
    WithheldKind Kind, string Reason, ObjectOrigin Origin, WithheldCertificate? Certificate = null)
{
    /// <summary>Longest reason, in characters: it is part of the state, of plans and of notifications.</summary>
    private const int MaxReason = 1000;

    public string Reason { get; init => field = Printable.Truncate(value, MaxReason); } =
        Printable.Truncate(Reason, MaxReason);

    /// <summary>The same for the same thing: a thumbprint, or the place of what could not be read.</summary>
    [JsonIgnore]
    public string Subject => Certificate?.Thumbprint ?? Origin.Place;

    /// <summary>How a person recognizes it.</summary>
    [JsonIgnore]
    public string Name => Certificate is { } certificate
        ? $"'{certificate.CommonName}' (SHA-256 {certificate.Thumbprint}) in {Origin.Place}"
        : Origin.Place;

    /// <summary>
    /// True for what cannot be read: a certificate that no other object lists may still be in it, so that its successor
    /// is no reason to let it go.
    /// </summary>
    [JsonIgnore]
    public bool MayHold => Kind == WithheldKind.NotReadable;

    /// <summary>With what an event about its object says of the writer, if it is about this version.</summary>
    public WithheldObject Noticing(ObjectOrigin? notice) => this with { Origin = Origin.Noticing(notice) };

    /// <summary>
    /// True while it may turn out to replace what left the sources. What is expired, or was rejected, does not.
    /// </summary>
    public bool MayReplace(DateTimeOffset now) =>
        Kind != WithheldKind.Rejected && !(Certificate?.NotAfter <= now);
}

/// <summary>What is remembered of a certificate that is not registered: enough to recognize it, without its body.</summary>
/// <param name="Thumbprint">SHA-256 of the DER: 64 upper-case hexadecimal digits.</param>
public sealed record WithheldCertificate(
    string Thumbprint,
    string CommonName,
    string Subject,
    string? IssuerThumbprint,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter)
{
    public static WithheldCertificate Of(CaCertificate certificate) => new(
        certificate.Thumbprint,
        certificate.CommonName,
        certificate.Subject,
        certificate.IssuerThumbprint,
        certificate.NotBefore,
        certificate.NotAfter);

    /// <inheritdoc cref="CaCertificate.IsOfSameCa"/>
    public bool IsOfSameCa(CaCertificate other) =>
        string.Equals(Subject, other.Subject, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc cref="CaCertificate.IsSiblingOf"/>
    public bool IsSiblingOf(CaCertificate other) =>
        IssuerThumbprint is { } issuer
        && issuer == other.IssuerThumbprint
        && issuer != Thumbprint
        && issuer != other.Thumbprint;
}
