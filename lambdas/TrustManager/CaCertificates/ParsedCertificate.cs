using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates;

/// <summary>A certificate with everything that is asked about it, read at once so that damage shows at once.</summary>
internal sealed class ParsedCertificate
{
    private ParsedCertificate(X509Certificate2 certificate)
    {
        Certificate = certificate;
        Thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        CommonName = DistinguishedName.CommonNameOf(certificate.SubjectName);
        IsCa = Extension<X509BasicConstraintsExtension>()?.CertificateAuthority;
        KeyUsages = Extension<X509KeyUsageExtension>()?.KeyUsages;
        SubjectKeyId = Extension<X509SubjectKeyIdentifierExtension>()?.SubjectKeyIdentifier;
        AuthorityKeyId = Extension<X509AuthorityKeyIdentifierExtension>()?.KeyIdentifier is { } id
            ? Convert.ToHexString(id.Span)
            : null;
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>SHA-256 of the DER, upper-case hexadecimal.</summary>
    public string Thumbprint { get; }

    public string CommonName { get; }

    /// <summary>What the basic constraints say; null without them.</summary>
    public bool? IsCa { get; }

    /// <summary>Null without the extension, which allows everything.</summary>
    public X509KeyUsageFlags? KeyUsages { get; }

    /// <summary>Null without the extension.</summary>
    public string? SubjectKeyId { get; }

    /// <summary>Null without the extension, or when that gives no key.</summary>
    public string? AuthorityKeyId { get; }

    /// <exception cref="CryptographicException">It is not one X.509 certificate and nothing else.</exception>
    public static ParsedCertificate FromDer(byte[] der)
    {
        var certificate = X509CertificateLoader.LoadCertificate(der);
        if (!certificate.RawDataMemory.Span.SequenceEqual(der))
        {
            throw new CryptographicException("There is more in it than one certificate.");
        }

        try
        {
            return new ParsedCertificate(certificate);
        }
        catch (AsnContentException exception)
        {
            throw new CryptographicException("Its subject cannot be read.", exception);
        }
    }

    public static ParsedCertificate From(CaCertificate certificate) =>
        new(X509Certificate2.CreateFromPem(certificate.Pem));

    public CaCertificate ToCaCertificate(string? issuerThumbprint) => new()
    {
        Thumbprint = Thumbprint,
        CommonName = CommonName,
        NotBefore = new DateTimeOffset(Certificate.NotBefore.ToUniversalTime()),
        NotAfter = new DateTimeOffset(Certificate.NotAfter.ToUniversalTime()),
        Pem = PemEncoding.WriteString("CERTIFICATE", Certificate.RawDataMemory.Span) + "\n",
        IssuerThumbprint = issuerThumbprint,
        Subject = Certificate.Subject,
        KeyThumbprint = Convert.ToHexString(SHA256.HashData(Certificate.PublicKey.ExportSubjectPublicKeyInfo())),
    };

    private T? Extension<T>()
        where T : X509Extension => Certificate.Extensions.OfType<T>().FirstOrDefault();
}
