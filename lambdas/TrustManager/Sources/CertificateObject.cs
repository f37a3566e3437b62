using System.Text;
using Infra.TrustManager.Admission;

namespace Infra.TrustManager.Sources;

/// <summary>Which objects are taken for certificates, and their text.</summary>
internal static class CertificateObject
{
    /// <summary>Largest object that is read, in bytes: as much as a bundle reads of one source.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly string[] Endings = [".pem", ".crt", ".cer", ".der"];

    /// <summary>
    /// Files of certificates that are not read. Who puts one where <c>ca.cer</c> was means another form of that
    /// certificate, and not that it shall go.
    /// </summary>
    private static readonly Dictionary<string, string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        [".p7b"] = "a PKCS #7 bundle",
        [".p7c"] = "a PKCS #7 bundle",
        [".p12"] = "a PKCS #12 file, which often holds a private key: treat such a key as disclosed",
        [".pfx"] = "a PKCS #12 file, which often holds a private key: treat such a key as disclosed",
    };

    /// <summary>What a key of a certificate ends in, for people.</summary>
    public static string EndingsText => $"{string.Join(", ", Endings[..^1])} or {Endings[^1]}";

    public static bool IsNamedSo(string key) =>
        Endings.Any(ending => key.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Why an object that looks like certificates is not read, as the end of a sentence that the object begins; null
    /// for every other key.
    /// </summary>
    public static string? WhyUnread(string key) =>
        Unread.TryGetValue(Path.GetExtension(key), out var kind)
            ? $"is not read, since its name says that it is {kind}. Export the CA certificates in it as PEM or DER "
                + $"under a name that ends in {EndingsText}, and remove it"
            : null;

    /// <summary>What an object holds: PEM, or DER as Windows exports it.</summary>
    public static ObjectReading Read(ObjectOrigin origin, byte[] bytes)
    {
        if (BinaryObject.IsBinary(bytes))
        {
            return BinaryObject.Read(origin, bytes);
        }

        using var content = new MemoryStream(bytes, writable: false);
        using var reader = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return ObjectReading.Of(origin, reader.ReadToEnd());
    }
}
