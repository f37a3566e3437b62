namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>A path from an anchor down to a certificate, and what it allows below.</summary>
/// <remarks>RFC 5280, 6.1.2 to 6.1.4; the limits of the anchor itself count too, as RFC 5937 has it.</remarks>
internal sealed class PathEnd
{
    private PathEnd(PathCertificate certificate, PathEnd? above)
    {
        (Certificate, Above, Length) = (certificate, above, (above?.Length ?? 0) + 1);
        ConstrainedBy = certificate.Constraints is null
            ? above?.ConstrainedBy ?? []
            : [.. above?.ConstrainedBy ?? [], certificate];
        (CasBelow, LimitedBy) = above is null
            ? (int.MaxValue, certificate)
            : (above.CasBelow - (certificate.IsSelfIssued ? 0 : 1), above.LimitedBy);
        if (certificate.Parsed.PathLength is { } own && own < CasBelow)
        {
            (CasBelow, LimitedBy) = (own, certificate);
        }
    }

    public PathCertificate Certificate { get; }

    public PathEnd? Above { get; }

    /// <summary>Certificates of the path.</summary>
    public int Length { get; }

    /// <summary>How many CA certificates may follow that are not self-issued.</summary>
    private int CasBelow { get; }

    /// <summary>The certificate that limits <see cref="CasBelow"/> most.</summary>
    private PathCertificate LimitedBy { get; }

    /// <summary>The certificates of the path that have name constraints.</summary>
    private IReadOnlyList<PathCertificate> ConstrainedBy { get; }

    public static PathEnd At(PathCertificate anchor) => new(anchor, null);

    public PathEnd To(PathCertificate below) => new(below, this);

    /// <summary>True when whatever may follow the other path may follow this one.</summary>
    public bool AllowsAllOf(PathEnd other) =>
        CasBelow >= other.CasBelow && ConstrainedBy.All(other.ConstrainedBy.Contains);

    /// <summary>Most comparisons of names that <see cref="Refusal"/> makes.</summary>
    public int Comparisons(PathCertificate below) =>
        ConstrainedBy.Sum(above => above.Constraints!.Count) * below.Names.Count;

    /// <summary>Why a certificate that the last one signed may not follow, in a sentence; null when it may.</summary>
    public string? Refusal(PathCertificate below) =>
        below.IsSelfIssued ? SelfIssuedRefusal(below) : LengthRefusal(below) ?? NameRefusal(below);

    private string? LengthRefusal(PathCertificate below) => CasBelow > 0
        ? null
        : $"{LimitedBy.Describe()} allows {LimitedBy.Parsed.PathLength} CA certificates below it on a path, and "
            + $"{below.Describe()} would be one more.";

    private string? NameRefusal(PathCertificate below) => ConstrainedBy
        .Select(above => above.Constraints!.Refusal(below.Names) is { } refusal
            ? $"{below.Describe()} cannot follow {above.Describe()}, which {refusal}."
            : null)
        .FirstOrDefault(refusal => refusal is not null);

    /// <summary>
    /// Constraints do not concern the names of self-issued certificates. A root is trusted for itself, though: to
    /// register it would lift what was constrained above it, unless it says the same.
    /// </summary>
    private string? SelfIssuedRefusal(PathCertificate below) =>
        below.Parsed.KeyThumbprint == Certificate.Parsed.KeyThumbprint
        && ConstrainedBy.FirstOrDefault(above => !above.Constraints!.IsSameAs(below.Constraints)) is { } lifted
            ? $"{below.Describe()} is self-signed: it would be trusted without the name constraints of "
                + $"{lifted.Describe()}, which is above it."
            : null;
}
