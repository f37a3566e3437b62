using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Documents;

/// <summary>A CRL that is the same in every run, because no key signs it: what is made of it is found again.</summary>
internal sealed class UnsignedCrl : X509SignatureGenerator
{
    /// <param name="revoked">Number of entries.</param>
    public static byte[] Encode(int revoked)
    {
        var builder = new CertificateRevocationListBuilder();
        for (byte serial = 1; serial <= revoked; serial++)
        {
            builder.AddEntry([serial], Some.Noon, X509RevocationReason.KeyCompromise);
        }

        return builder.Build(
            new X500DistinguishedName("CN=Some CA, O=Agency"),
            new UnsignedCrl(),
            crlNumber: 1,
            Some.Noon.AddDays(7),
            HashAlgorithmName.SHA256,
            X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(new byte[20]),
            Some.Noon);
    }

    /// <summary>ecdsa-with-SHA256.</summary>
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
        [0x30, 0x0a, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];

    /// <summary>Two numbers of 32 octets, as ECDSA on P-256 has.</summary>
    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm)
    {
        byte[] number = [0x02, 0x20, .. Enumerable.Repeat((byte)0x55, 32)];
        return [0x30, 0x44, .. number, .. number];
    }

    /// <summary>The builder wants to see one; nothing of it comes into the list.</summary>
    protected override PublicKey BuildPublicKey() =>
        new(new Oid("1.2.840.10045.2.1"), parameters: new AsnEncodedData([0x05, 0x00]), keyValue: new AsnEncodedData([0x04]));
}
