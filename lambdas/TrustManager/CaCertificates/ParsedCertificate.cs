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
        Subject = DistinguishedName.Read(certificate.SubjectName.RawData);
        Issuer = DistinguishedName.Read(certificate.IssuerName.RawData);
        KeyThumbprint = Convert.ToHexString(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
        var constraints = Extension<X509BasicConstraintsExtension>();
        IsCa = constraints?.CertificateAuthority;
        PathLength = constraints is { HasPathLengthConstraint: true } ? constraints.PathLengthConstraint : null;
        KeyUsages = Extension<X509KeyUsageExtension>()?.KeyUsages;
        SubjectKeyId = Extension<X509SubjectKeyIdentifierExtension>()?.SubjectKeyIdentifier;
        AuthorityKeyId = Extension<X509AuthorityKeyIdentifierExtension>()?.KeyIdentifier is { } id
            ? Convert.ToHexString(id.Span)
            : null;
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>SHA-256 of the DER, upper-case hexadecimal.</summary>
    public string Thumbprint { get; }

    public DistinguishedName Subject { get; }

    public DistinguishedName Issuer { get; }

    public string CommonName => Subject.CommonName;

    /// <summary>SHA-256 of the subject's public key (SubjectPublicKeyInfo), upper-case hexadecimal.</summary>
    public string KeyThumbprint { get; }

    /// <summary>What the basic constraints say; null without them.</summary>
    public bool? IsCa { get; }

    /// <summary>How many CAs may follow below; null without a limit.</summary>
    public int? PathLength { get; }

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
            throw new CryptographicException("Its names cannot be read.", exception);
        }
    }

    /// <exception cref="CryptographicException">Its PEM is not one that this project wrote.</exception>
    public static ParsedCertificate From(CaCertificate certificate)
    {
        var (pem, block) = (certificate.Pem, PemEncoding.Find(certificate.Pem));
        return FromDer(Convert.FromBase64String(pem[block.Base64Data]));
    }

    public CaCertificate ToCaCertificate(string? issuerThumbprint) => new()
    {
        Thumbprint = Thumbprint,
        CommonName = CommonName,
        NotBefore = new DateTimeOffset(Certificate.NotBefore.ToUniversalTime()),
        NotAfter = new DateTimeOffset(Certificate.NotAfter.ToUniversalTime()),
        Pem = PemEncoding.WriteString("CERTIFICATE", Certificate.RawDataMemory.Span) + "\n",
        IssuerThumbprint = issuerThumbprint,
        Subject = Subject.ToString(),
        KeyThumbprint = KeyThumbprint,
    };

    private T? Extension<T>()
        where T : X509Extension => Certificate.Extensions.OfType<T>().FirstOrDefault();
}
