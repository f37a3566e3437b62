using System.Security.Cryptography;
using System.Text;

namespace Infra.TrustManager.Sources;

/// <summary>Which objects are taken for certificates, and their text.</summary>
internal static class CertificateObject
{
    /// <summary>Largest object that is read, in bytes: as much as a bundle reads of one source.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>DER begins with a SEQUENCE; PEM never does.</summary>
    private const byte Sequence = 0x30;

    private static readonly string[] Endings = [".pem", ".crt", ".cer"];

    public static bool IsNamedSo(string key) =>
        Endings.Any(ending => key.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>PEM, whether the object holds that or DER, as Windows exports it.</summary>
    public static string ToPem(byte[] bytes)
    {
        if (bytes is [Sequence, >= 0x80, ..])
        {
            return PemEncoding.WriteString("CERTIFICATE", bytes);
        }

        using var content = new MemoryStream(bytes, writable: false);
        using var reader = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
