using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.Verification.Clients;

/// <summary>Checks a CRL's signature (RFC 5280, section 5.1), which .NET does only inside a chain.</summary>
public static class CrlSignature
{
    /// <summary>True when <paramref name="issuer"/>'s key signed the CRL.</summary>
    public static bool Verifies(byte[] crl, X509Certificate2 issuer)
    {
        var list = new AsnReader(crl, AsnEncodingRules.DER).ReadSequence();
        var signed = list.ReadEncodedValue().Span;
        var hash = HashOf(list.ReadSequence().ReadObjectIdentifier());
        var signature = list.ReadBitString(out _);
        using var rsa = issuer.GetRSAPublicKey();
        using var ecdsa = issuer.GetECDsaPublicKey();
        return rsa?.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1)
            ?? ecdsa!.VerifyData(signed, signature, hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Hashes of the signature algorithms that Private CA offers (RFC 8017 and RFC 5758).</summary>
    private static HashAlgorithmName HashOf(string algorithm) => algorithm switch
    {
        "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        _ => throw new UnexpectedException($"the CRL is signed with {algorithm}, which Private CA does not offer"),
    };
}
