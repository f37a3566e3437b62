using System.Diagnostics.CodeAnalysis;

namespace Infra.TrustManager.CaCertificates;

/// <summary>SHA-256 thumbprints of certificates in the forms that tools print them.</summary>
public static class CertificateThumbprint
{
    /// <summary>The form used everywhere here: 64 hexadecimal digits in upper case.</summary>
    public const int Length = 64;

    /// <summary>Longest text that is looked at, well above the longest form that a tool prints.</summary>
    private const int MaxTextLength = 256;

    /// <summary>
    /// What stands between digits: the colons of <c>openssl x509 -fingerprint -sha256</c>, the blanks of Windows'
    /// certificate dialog, and the left-to-right mark that is copied from there with the first digit.
    /// </summary>
    private const string Separators = ": \u200E";

    /// <summary>
    /// What stands before the digits, in any case: OpenSSL (<c>SHA256 Fingerprint=</c> until 1.1) and certutil.
    /// </summary>
    private static readonly string[] Labels = ["sha256 Fingerprint=", "Cert Hash(sha256):"];

    /// <summary>The thumbprint, in upper case and without separators; false when the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? thumbprint)
    {
        thumbprint = null;
        if (text is null || text.Length > MaxTextLength)
        {
            return false;
        }

        var digits = string.Concat(Unlabelled(text).Where(letter => !IsSeparator(letter)));
        thumbprint = digits.Length == Length && digits.All(char.IsAsciiHexDigit) ? digits.ToUpperInvariant() : null;
        return thumbprint is not null;
    }

    internal static bool IsSeparator(char letter) => Separators.Contains(letter, StringComparison.Ordinal);

    private static string Unlabelled(string text)
    {
        var trimmed = text.Trim();
        var label = Labels.FirstOrDefault(one => trimmed.StartsWith(one, StringComparison.OrdinalIgnoreCase));
        return trimmed[(label?.Length ?? 0)..];
    }
}
