using System.Globalization;

namespace Infra.TrustManager.CaCertificates;

/// <summary>A text that names certificates: by SHA-256 thumbprint, or by common name.</summary>
public static class CertificateReference
{
    /// <summary>Digits of a SHA-1 thumbprint, which Windows shows as "Thumbprint".</summary>
    private const int Sha1Length = 40;

    /// <summary>Fewest digits that nothing but a thumbprint has; MD5, the shortest hash that tools print, has 32.</summary>
    private const int LeastDigits = 32;

    /// <summary>
    /// The same reference in one form: a thumbprint without separators, a name without blanks around it. CloudFormation
    /// keeps no character beyond ASCII for certain, and Windows copies U+200E before a thumbprint.
    /// </summary>
    public static string Normalized(string text) =>
        CertificateThumbprint.TryParse(text, out var thumbprint) ? thumbprint : Name(text);

    public static bool Names(string text, string thumbprint, string commonName) =>
        (CertificateThumbprint.TryParse(text, out var parsed) && parsed == thumbprint)
        || Name(text).Equals(Name(commonName), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Why the text is probably a thumbprint that names no certificate, in a sentence; null for any other text.
    /// </summary>
    public static string? Suspicion(string text)
    {
        var digits = text.Where(one => !CertificateThumbprint.IsSeparator(one)).ToArray();
        return digits.Length is < LeastDigits or CertificateThumbprint.Length || !digits.All(char.IsAsciiHexDigit) ? null
            : digits.Length == Sha1Length ? "It has 40 digits, as the SHA-1 thumbprint that Windows shows; SHA-256 has 64."
            : string.Create(
                CultureInfo.InvariantCulture, $"It has {digits.Length} digits; a SHA-256 thumbprint has 64.");
    }

    /// <summary>Blanks count once, and at the ends not at all (RFC 5280, 7.1).</summary>
    private static string Name(string text) => string.Join(
        ' ', text.Replace("\u200E", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
