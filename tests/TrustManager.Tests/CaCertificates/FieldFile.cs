using System.Security.Cryptography;
using System.Text;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

/// <summary>Certificates as they were met, in folder Field.</summary>
internal static class FieldFile
{
    /// <summary>Every file, by its name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(FieldFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Field/", StringComparison.Ordinal))
            .Select(name => name["Field/".Length..]),
    ];

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(FieldFile).Assembly.GetManifestResourceStream($"Field/{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>PEM, whichever form the file has.</summary>
    public static string Pem(string name) => name.EndsWith(".cer", StringComparison.Ordinal)
        ? PemEncoding.WriteString("CERTIFICATE", Bytes(name)) + "\n"
        : Encoding.ASCII.GetString(Bytes(name));

    public static CaBundle Read(string name) => CaBundle.Read([(name, Pem(name))]);
}
