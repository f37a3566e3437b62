using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates;

/// <summary>Whether one certificate's key made another's signature.</summary>
internal static class IssuerSignature
{
    /// <summary>False when it certainly did not; null when this platform cannot tell.</summary>
    /// <remarks>
    /// Null for algorithms that .NET has none of, or that the system's policy forbids (SHA-1 on hardened systems).
    /// </remarks>
    public static bool? Verifies(X509Certificate2 issuer, X509Certificate2 issued)
    {
        try
        {
            var (signedBytes, signature) = Parts(issued.RawDataMemory);
            return Algorithm(issued.SignatureAlgorithm.Value) switch
            {
                (true, { } hash) => VerifiesRsa(issuer, signedBytes.Span, signature, hash),
                (false, { } hash) => VerifiesEcdsa(issuer, signedBytes.Span, signature, hash),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    /// <summary>RFC 4055 and RFC 5758; RSASSA-PSS is left out, since no directory takes it.</summary>
    private static (bool IsRsa, HashAlgorithmName Hash)? Algorithm(string? oid) => oid switch
    {
        "1.2.840.113549.1.1.5" => (true, HashAlgorithmName.SHA1),
        "1.2.840.113549.1.1.11" => (true, HashAlgorithmName.SHA256),
        "1.2.840.113549.1.1.12" => (true, HashAlgorithmName.SHA384),
        "1.2.840.113549.1.1.13" => (true, HashAlgorithmName.SHA512),
        "1.2.840.10045.4.3.2" => (false, HashAlgorithmName.SHA256),
        "1.2.840.10045.4.3.3" => (false, HashAlgorithmName.SHA384),
        "1.2.840.10045.4.3.4" => (false, HashAlgorithmName.SHA512),
        _ => null,
    };

    private static bool VerifiesRsa(
        X509Certificate2 issuer, ReadOnlySpan<byte> signedBytes, byte[] signature, HashAlgorithmName hash)
    {
        using var key = issuer.GetRSAPublicKey();
        return key is not null && key.VerifyData(signedBytes, signature, hash, RSASignaturePadding.Pkcs1);
    }

    private static bool VerifiesEcdsa(
        X509Certificate2 issuer, ReadOnlySpan<byte> signedBytes, byte[] signature, HashAlgorithmName hash)
    {
        using var key = issuer.GetECDsaPublicKey();
        return key is not null
            && key.VerifyData(signedBytes, signature, hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>RFC 5280 section 4.1: the signed part, the algorithm, the signature.</summary>
    private static (ReadOnlyMemory<byte> SignedBytes, byte[] Signature) Parts(ReadOnlyMemory<byte> der)
    {
        var certificate = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        var signedBytes = certificate.ReadEncodedValue();
        certificate.ReadEncodedValue();
        return (signedBytes, certificate.ReadBitString(out _));
    }
}
