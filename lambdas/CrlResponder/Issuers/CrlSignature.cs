using System.Formats.Asn1;
using System.Security.Cryptography;
using Infra.CrlResponder.Documents;

namespace Infra.CrlResponder.Issuers;

/// <summary>Whether a key made the signature of a CRL.</summary>
internal static class CrlSignature
{
    private const string Mgf1 = "1.2.840.113549.1.1.8";

    /// <summary>False when it certainly did not; null when this platform cannot tell.</summary>
    /// <remarks>
    /// Null for algorithms that .NET has none of, for parameters of RSASSA-PSS that it does not take, and where the
    /// system's policy forbids an algorithm (SHA-1 on hardened systems).
    /// </remarks>
    public static bool? Verifies(ReadOnlySpan<byte> crl, ReadOnlySpan<byte> publicKeyInfo)
    {
        try
        {
            var envelope = SignedEnvelope.Open(crl);
            var algorithm = new DerSpan(envelope.Algorithm).Sequence();
            var oid = algorithm.ObjectIdentifier();
            return oid switch
            {
                // RFC 8017 appendix A.2.4 and RFC 5758 section 3.2.
                "1.2.840.113549.1.1.5" => Rsa(envelope, publicKeyInfo, HashAlgorithmName.SHA1),
                "1.2.840.113549.1.1.11" => Rsa(envelope, publicKeyInfo, HashAlgorithmName.SHA256),
                "1.2.840.113549.1.1.12" => Rsa(envelope, publicKeyInfo, HashAlgorithmName.SHA384),
                "1.2.840.113549.1.1.13" => Rsa(envelope, publicKeyInfo, HashAlgorithmName.SHA512),
                "1.2.840.113549.1.1.10" => PssHash(algorithm) is { } hash
                    ? Rsa(envelope, publicKeyInfo, hash, RSASignaturePadding.Pss)
                    : null,
                "1.2.840.10045.4.1" => Ecdsa(envelope, publicKeyInfo, HashAlgorithmName.SHA1),
                "1.2.840.10045.4.3.2" => Ecdsa(envelope, publicKeyInfo, HashAlgorithmName.SHA256),
                "1.2.840.10045.4.3.3" => Ecdsa(envelope, publicKeyInfo, HashAlgorithmName.SHA384),
                "1.2.840.10045.4.3.4" => Ecdsa(envelope, publicKeyInfo, HashAlgorithmName.SHA512),
                _ => null,
            };
        }
        catch (Exception exception) when (
            exception is CryptographicException or AsnContentException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private static bool? Rsa(
        SignedEnvelope crl, ReadOnlySpan<byte> publicKeyInfo, HashAlgorithmName hash, RSASignaturePadding? padding = null)
    {
        if (KeyAlgorithm(publicKeyInfo) is not "1.2.840.113549.1.1.1" and var other)
        {
            return other == "1.2.840.113549.1.1.10" ? null : false;
        }

        using var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(publicKeyInfo, out _);
        return key.VerifyData(crl.Signed, crl.Signature, hash, padding ?? RSASignaturePadding.Pkcs1);
    }

    private static bool? Ecdsa(SignedEnvelope crl, ReadOnlySpan<byte> publicKeyInfo, HashAlgorithmName hash)
    {
        if (KeyAlgorithm(publicKeyInfo) != "1.2.840.10045.2.1")
        {
            return false;
        }

        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKeyInfo, out _);
        return key.VerifyData(crl.Signed, crl.Signature, hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static string KeyAlgorithm(ReadOnlySpan<byte> publicKeyInfo) =>
        new DerSpan(publicKeyInfo).Sequence().Sequence().ObjectIdentifier();

    /// <summary>
    /// The hash of RSASSA-PSS parameters (RFC 4055 section 3.1) where mask and salt go with it, as .NET wants it; null for
    /// others, and for SHA-1, which the parameters leave out.
    /// </summary>
    private static HashAlgorithmName? PssHash(DerSpan algorithm)
    {
        var parameters = algorithm.Sequence();
        var hash = Hash(parameters.Sequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true)).Sequence());
        var mask = parameters.Sequence(new Asn1Tag(TagClass.ContextSpecific, 1, isConstructed: true)).Sequence();
        var isMgf1 = mask.ObjectIdentifier() == Mgf1;
        var maskHash = Hash(mask.Sequence());
        var salt = parameters.Sequence(new Asn1Tag(TagClass.ContextSpecific, 2, isConstructed: true)).Integer();
        return hash is { Name: var name, SaltBytes: var saltBytes } && isMgf1 && maskHash == hash && salt is [var given]
            && given == saltBytes
                ? name
                : null;
    }

    private static (HashAlgorithmName Name, int SaltBytes)? Hash(DerSpan algorithm) => algorithm.ObjectIdentifier() switch
    {
        "2.16.840.1.101.3.4.2.1" => (HashAlgorithmName.SHA256, SHA256.HashSizeInBytes),
        "2.16.840.1.101.3.4.2.2" => (HashAlgorithmName.SHA384, SHA384.HashSizeInBytes),
        "2.16.840.1.101.3.4.2.3" => (HashAlgorithmName.SHA512, SHA512.HashSizeInBytes),
        _ => null,
    };
}
