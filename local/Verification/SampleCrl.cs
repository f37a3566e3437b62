using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.Verification;

/// <summary>CRLs with chosen dates and numbers, from a CA that exists only here.</summary>
/// <remarks>The responder judges form and dates; whose CRL it is, clients judge by the signature.</remarks>
public sealed class SampleCrl : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _issuer;

    public SampleCrl(DateTimeOffset now)
    {
        var request = new CertificateRequest("CN=Sample CA", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _issuer = request.CreateSelfSigned(now.AddYears(-1), now.AddYears(10));
    }

    /// <summary>The CA's certificate in DER.</summary>
    public byte[] Certificate => _issuer.RawData;

    /// <summary>A CRL in DER.</summary>
    /// <param name="number">CRL number.</param>
    /// <param name="thisUpdate">When it was made.</param>
    /// <param name="nextUpdate">Until when it holds.</param>
    /// <param name="entries">How many certificates it revokes.</param>
    public byte[] Build(long number, DateTimeOffset thisUpdate, DateTimeOffset nextUpdate, int entries = 0)
    {
        var builder = new CertificateRevocationListBuilder();
        for (var i = 0; i < entries; i++)
        {
            builder.AddEntry(SerialNumber(i), thisUpdate, X509RevocationReason.Superseded);
        }

        return builder.Build(
            _issuer, new BigInteger(number), nextUpdate, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, thisUpdate);
    }

    public void Dispose()
    {
        _issuer.Dispose();
        _key.Dispose();
    }

    // Sixteen bytes, as Private CA's serial numbers have.
    private static byte[] SerialNumber(int index) => [0x40, .. new byte[11], .. BitConverter.GetBytes(index)];
}
