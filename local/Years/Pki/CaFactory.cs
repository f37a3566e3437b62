using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.Years.Pki;

/// <summary>Makes CA certificates with keys of their own.</summary>
internal static class CaFactory
{
    public static (X509Certificate2 Certificate, ECDsa Key) Create(
        string commonName, Generation? issuer, DateTimeOffset from, DateTimeOffset until)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={commonName}, O=Example Agency", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        if (issuer is null)
        {
            return (request.CreateSelfSigned(from, until), key);
        }

        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
            issuer.Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var certificate = request.Create(
            issuer.Certificate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(issuer.Key),
            from,
            until,
            RandomNumberGenerator.GetBytes(16));
        return (certificate, key);
    }
}
