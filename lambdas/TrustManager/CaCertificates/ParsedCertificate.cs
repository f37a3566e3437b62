using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates;

/// <summary>A certificate with everything that is asked about it, read at once so that damage shows at once.</summary>
internal sealed class ParsedCertificate
{
    /// <summary>Largest certificate that is read, in bytes of DER.</summary>
    /// <remarks>
    /// Directory Service takes up to 8192 characters of PEM, 6 KB; a certificate with the longest key and signature
    /// that AWS Private CA has (ML-DSA-87) has 8 KB.
    /// </remarks>
    private const int MaxBytes = 16 * 1024;

    /// <summary>Longest name that is read, in characters as it is shown.</summary>
    /// <remarks>
    /// RFC 5280 (appendix A.1) allows 64 for most attributes, so that names of CAs have less than 500. They are in the
    /// state, in notifications and in responses, for each of up to <see cref="CaBundle.MaxCertificates"/> that wait.
    /// </remarks>
    private const int MaxNameLength = 1024;

    private ParsedCertificate(X509Certificate2 certificate, ValidityDates dates)
    {
        Certificate = certificate;
        (NotBefore, NotAfter) = dates;
        (Version, SignatureAlgorithm) = (certificate.Version, certificate.SignatureAlgorithm.Value);
        Thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        Subject = Name("subject", certificate.SubjectName);
        Issuer = Name("issuer", certificate.IssuerName);
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

    /// <summary>3 for one with extensions (RFC 5280, 4.1.2.1).</summary>
    public int Version { get; }

    /// <summary>Object identifier.</summary>
    public string? SignatureAlgorithm { get; }

    public DateTimeOffset NotBefore { get; }

    /// <summary>The last second in which it is valid.</summary>
    public DateTimeOffset NotAfter { get; }

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

    /// <exception cref="UnreadableCertificateException">It is one, and says what about it cannot be read.</exception>
    /// <exception cref="CryptographicException">It is not one X.509 certificate and nothing else.</exception>
    public static ParsedCertificate FromDer(byte[] der)
    {
        if (der.Length > MaxBytes)
        {
            throw new UnreadableCertificateException($"it has {der.Length} bytes of DER; at most {MaxBytes} are read");
        }

        try
        {
            var dates = SignedParts.Of(der).Dates;
            var certificate = X509CertificateLoader.LoadCertificate(der);
            return certificate.RawDataMemory.Span.SequenceEqual(der)
                ? new ParsedCertificate(certificate, dates)
                : throw new CryptographicException("There is more in it than one certificate.");
        }
        catch (Exception exception) when (exception is AsnContentException or ArgumentException)
        {
            throw new CryptographicException("It is damaged.", exception);
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
        NotBefore = NotBefore,
        NotAfter = NotAfter,
        Pem = PemEncoding.WriteString("CERTIFICATE", Certificate.RawDataMemory.Span) + "\n",
        IssuerThumbprint = issuerThumbprint,
        Subject = Subject.ToString(),
        KeyThumbprint = KeyThumbprint,
    };

    private static DistinguishedName Name(string which, X500DistinguishedName encoded)
    {
        var name = DistinguishedName.Read(encoded.RawData);
        return name.ToString().Length is var length and > MaxNameLength
            ? throw new UnreadableCertificateException(
                $"its {which} has {length} characters as it is shown; at most {MaxNameLength} are read, so have it "
                + "issued again with a shorter name")
            : name;
    }

    private T? Extension<T>()
        where T : X509Extension => Certificate.Extensions.OfType<T>().FirstOrDefault();
}
