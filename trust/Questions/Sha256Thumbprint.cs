using System.Security.Cryptography;

namespace Infra.Trust.Questions;

/// <summary>The SHA-256 thumbprint of a certificate, however the tool it was copied from writes it.</summary>
internal static class Sha256Thumbprint
{
    /// <summary>64 upper-case hexadecimal digits; null for any other text.</summary>
    public static string? Find(string text)
    {
        var digits = string.Concat(text.Where(c => c is not (':' or ' '))).ToUpperInvariant();
        return digits.Length == SHA256.HashSizeInBytes * 2 && digits.All(char.IsAsciiHexDigit) ? digits : null;
    }
}
