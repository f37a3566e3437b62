using System.Text;
using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Settings;

namespace Infra.CrlResponder.Requests;

/// <summary>An S3 key that clients may ask for; there is no other way to get one, so nothing else is ever asked of S3.</summary>
public sealed record ServedKey
{
    /// <summary>Longest key of S3, in bytes of UTF-8 (Amazon S3 guide, "Naming Amazon S3 objects").</summary>
    public const int MaxBytes = 1024;

    private ServedKey(string value, DocumentKind kind)
    {
        Value = value;
        Kind = kind;
    }

    public string Value { get; }

    public DocumentKind Kind { get; }

    /// <summary>The key that a decoded path names, or null when clients may not ask for it.</summary>
    /// <remarks>
    /// Keys of S3 are case-sensitive and Private CA writes <c>.crl</c>, so extensions are lower case only. A percent sign
    /// that is left after decoding is somebody's second encoding.
    /// </remarks>
    public static ServedKey? From(string decodedPath, CrlResponderSettings settings)
    {
        if (decodedPath is not ['/', .. var key]
            || key.Any(character => char.IsControl(character) || character is '\\' or '%')
            || key.Split('/').Any(segment => segment is "" or "." or "..")
            || Encoding.UTF8.GetByteCount(key) > MaxBytes)
        {
            return null;
        }

        if (key.EndsWith(".crl", StringComparison.Ordinal))
        {
            return settings.CrlPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal))
                ? new ServedKey(key, DocumentKind.Crl)
                : null;
        }

        return (key.EndsWith(".cer", StringComparison.Ordinal) || key.EndsWith(".crt", StringComparison.Ordinal))
            && key.StartsWith(settings.AiaPrefix, StringComparison.Ordinal)
            ? new ServedKey(key, DocumentKind.Certificate)
            : null;
    }

    public override string ToString() => Value;
}
