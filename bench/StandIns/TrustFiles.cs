using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Bench.StandIns;

/// <summary>A certificate for 127.0.0.1, and files that make clients trust it.</summary>
/// <remarks>
/// <see cref="Bundle"/> also holds the machine's own roots, and <see cref="EmptyFolder"/> none: one bundle of some 140
/// roots and no folder of them is what clients find on <c>provided.al2023</c>.
/// </remarks>
public sealed class TrustFiles : IDisposable
{
    private static readonly string[] SystemBundles =
        ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-trust-");

    public TrustFiles()
    {
        Certificate = NewCertificate();
        EmptyFolder = _folder.CreateSubdirectory("empty").FullName;
        Own = Path.Combine(_folder.FullName, "own.pem");
        Bundle = Path.Combine(_folder.FullName, "bundle.pem");
        var own = Certificate.ExportCertificatePem() + "\n";
        var system = SystemBundles.FirstOrDefault(File.Exists);
        File.WriteAllText(Own, own);
        File.WriteAllText(Bundle, own + (system is null ? "" : File.ReadAllText(system)));
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The stand-in's certificate and the machine's roots.</summary>
    public string Bundle { get; }

    /// <summary>The stand-in's certificate alone.</summary>
    public string Own { get; }

    public string EmptyFolder { get; }

    public void Dispose()
    {
        Certificate.Dispose();
        _folder.Delete(recursive: true);
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(7));
    }
}
