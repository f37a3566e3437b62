using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Local.DirectoryService;

namespace Infra.Local.Tests.DirectoryService;

/// <summary>Valid values that a test need not care about.</summary>
internal static class Some
{
    public const string ConnectorId = "d-0123456789";

    public const string ManagedId = "d-abcdef0123";

    public const string OcspUrl = "http://ocsp.corp.example.mil";

    public static DirectorySpecification Connector { get; } =
        new(ConnectorId, DirectoryType.ADConnector, "corp.example.mil");

    public static DirectorySpecification Managed { get; } =
        new(ManagedId, DirectoryType.MicrosoftAD, "managed.example.mil");

    /// <summary>A self-signed certificate that is valid from yesterday on, by real time.</summary>
    public static X509Certificate2 Certificate(string name = "Corp Root CA", int days = 3650, bool isCa = true)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}, O=Corp", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isCa, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(days));
    }

    public static X509Certificate2 CertificateWithPss()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Corp PSS CA", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(3650));
    }

    /// <summary>Two certificates of one name and expiry, each with a key of its own.</summary>
    public static (string One, string Other) Twins()
    {
        var start = DateTimeOffset.UtcNow.AddDays(-1);
        return (Make(), Make());

        string Make()
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=Corp Root CA, O=Corp", key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            using var certificate = request.CreateSelfSigned(start, start.AddDays(3650));
            return certificate.ExportCertificatePem();
        }
    }

    public static string Pem(string name = "Corp Root CA", int days = 3650, bool isCa = true)
    {
        using var certificate = Certificate(name, days, isCa);
        return certificate.ExportCertificatePem();
    }
}
