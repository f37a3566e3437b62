namespace Infra.TrustManager.CaCertificates;

/// <summary>One certificate of a CA, as a source gave it.</summary>
/// <remarks>Two are the same when their thumbprints are.</remarks>
public sealed record CaCertificate
{
    /// <summary>Longest name that is shown, in characters: twice what RFC 5280 allows (appendix A.1).</summary>
    private const int MaxShown = 128;

    /// <summary>SHA-256 of the DER: 64 upper-case hexadecimal digits.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>Common name of the subject, or its last part where it has none; what Directory Service lists.</summary>
    /// <remarks>Fit to be shown, see <see cref="Printable.Value"/>, as <see cref="Subject"/> is.</remarks>
    public required string CommonName { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>When it expires.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Exactly one PEM block, lines ended by a line feed.</summary>
    public required string Pem { get; init; }

    /// <summary>Thumbprint of the certificate that issued it, if that was read with it; its own for a root.</summary>
    public required string? IssuerThumbprint { get; init; }

    /// <summary>Whole name of the subject, as RFC 4514 writes it.</summary>
    public string Subject { get => field ?? ""; init; }

    /// <summary>SHA-256 of the subject's public key (SubjectPublicKeyInfo), upper-case hexadecimal.</summary>
    public string KeyThumbprint { get => field ?? ""; init; }

    /// <summary>
    /// True when both are of the CA of one name, whatever their keys: the later one succeeds the earlier one. Case,
    /// blanks and string type of a name differ between reissues at times.
    /// </summary>
    public bool IsOfSameCa(CaCertificate other) => Compressed(Subject).Equals(
        Compressed(other.Subject), StringComparison.OrdinalIgnoreCase);

    /// <summary>True from <see cref="NotBefore"/> until <see cref="NotAfter"/>.</summary>
    public bool IsValid(DateTimeOffset moment) => NotBefore <= moment && moment < NotAfter;

    /// <summary>True when the same CA, above both, issued them.</summary>
    public bool IsSiblingOf(CaCertificate other) =>
        IssuerThumbprint is { } issuer
        && issuer == other.IssuerThumbprint
        && issuer != Thumbprint
        && issuer != other.Thumbprint;

    /// <summary>True when what one signed can be verified with the other.</summary>
    public bool IsUnderSameKey(CaCertificate other) => IsOfSameCa(other) && KeyThumbprint == other.KeyThumbprint;

    /// <summary>How a person recognizes it, in messages and logs.</summary>
    public string Describe() =>
        $"CA certificate '{Printable.Truncate(CommonName, MaxShown)}' (SHA-256 {Thumbprint[..16]}...)";

    public bool Equals(CaCertificate? other) => other is not null && other.Thumbprint == Thumbprint;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Thumbprint);

    private static string Compressed(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
