using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Bench.Documents;

/// <summary>CRLs of a chosen size, signed by a CA that exists only here.</summary>
public sealed class CrlFactory : IDisposable
{
    /// <summary>DER of one entry in bytes: serial number of 16 bytes and date, without a reason.</summary>
    private const int EntryBytes = 37;

    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _issuer;

    public CrlFactory()
    {
        var request = new CertificateRequest("CN=Bench CA", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _issuer = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(10));
    }

    /// <summary>A CRL in DER, valid from now for a week.</summary>
    public byte[] Build(int entries)
    {
        var builder = new CertificateRevocationListBuilder();
        for (var i = 0; i < entries; i++)
        {
            builder.AddEntry([0x40, .. new byte[11], .. BitConverter.GetBytes(i)], DateTimeOffset.UtcNow);
        }

        return builder.Build(
            _issuer,
            BigInteger.One,
            DateTimeOffset.UtcNow.AddDays(7),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1,
            DateTimeOffset.UtcNow.AddMinutes(-1));
    }

    /// <summary>A CRL of about so many bytes.</summary>
    public byte[] BuildOfBytes(int bytes) => Build(Math.Max(0, bytes - Build(0).Length) / EntryBytes);

    public void Dispose()
    {
        _issuer.Dispose();
        _key.Dispose();
    }
}
