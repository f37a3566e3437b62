using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates;

/// <summary>Whether one certificate's key made another's signature.</summary>
internal static class IssuerSignature
{
    private const string Sha1WithRsa = "1.2.840.113549.1.1.5";

    /// <summary>True for signatures with SHA-1, which may be on another certificate than was issued.</summary>
    /// <remarks>
    /// A collision with chosen prefixes cost 45,000 dollars in 2020 (Leurent and Peyrin, "SHA-1 is a Shambles"). It
    /// takes a CA that issues to its maker; nothing can be made to match what a CA signed for itself.
    /// </remarks>
    public static bool IsForgeable(ParsedCertificate issued) => issued.SignatureAlgorithm == Sha1WithRsa;

    /// <summary>False when it certainly did not; null when this platform cannot tell.</summary>
    /// <remarks>
    /// Null for algorithms that .NET has none of, or that the system's policy forbids (SHA-1 on hardened systems), and
    /// for keys that <see cref="PublicKeyRule"/> does not allow, which may take long.
    /// </remarks>
    public static bool? Verifies(ParsedCertificate issuer, ParsedCertificate issued)
    {
        try
        {
            var parts = SignedParts.Of(issued.Certificate.RawDataMemory);
            return Verifies(issuer, new SignedContent(
                issued.SignatureAlgorithm, parts.SignedBytes, parts.Signature, parts.NamesOneAlgorithm));
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>The same of anything that a CA signs.</summary>
    public static bool? Verifies(ParsedCertificate issuer, SignedContent content)
    {
        try
        {
            return Algorithm(content.Algorithm) switch
            {
                _ when !PublicKeyRule.IsVerifiable(issuer.Certificate.PublicKey) => null,
                _ when !content.NamesOneAlgorithm => false,
                (true, { } hash) => VerifiesRsa(issuer.Certificate, content, hash),
                (false, { } hash) => VerifiesEcdsa(issuer.Certificate, content, hash),
                _ => null,
            };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>RFC 4055 and RFC 5758; RSASSA-PSS is left out, since no directory takes it.</summary>
    private static (bool IsRsa, HashAlgorithmName Hash)? Algorithm(string? oid) => oid switch
    {
        Sha1WithRsa => (true, HashAlgorithmName.SHA1),
        "1.2.840.113549.1.1.11" => (true, HashAlgorithmName.SHA256),
        "1.2.840.113549.1.1.12" => (true, HashAlgorithmName.SHA384),
        "1.2.840.113549.1.1.13" => (true, HashAlgorithmName.SHA512),
        "1.2.840.10045.4.3.2" => (false, HashAlgorithmName.SHA256),
        "1.2.840.10045.4.3.3" => (false, HashAlgorithmName.SHA384),
        "1.2.840.10045.4.3.4" => (false, HashAlgorithmName.SHA512),
        _ => null,
    };

    private static bool VerifiesRsa(X509Certificate2 issuer, SignedContent parts, HashAlgorithmName hash)
    {
        using var key = issuer.GetRSAPublicKey();
        return key is not null
            && key.VerifyData(parts.SignedBytes.Span, parts.Signature.Span, hash, RSASignaturePadding.Pkcs1);
    }

    private static bool VerifiesEcdsa(X509Certificate2 issuer, SignedContent parts, HashAlgorithmName hash)
    {
        using var key = issuer.GetECDsaPublicKey();
        return key is not null
            && key.VerifyData(
                parts.SignedBytes.Span, parts.Signature.Span, hash, DSASignatureFormat.Rfc3279DerSequence);
    }
}

/// <summary>What a CA signed, and the signature.</summary>
/// <param name="Algorithm">Object identifier of the signature algorithm.</param>
/// <param name="NamesOneAlgorithm">
/// False when the signed part names another algorithm than stands beside the signature.
/// </param>
internal sealed record SignedContent(
    string? Algorithm, ReadOnlyMemory<byte> SignedBytes, ReadOnlyMemory<byte> Signature, bool NamesOneAlgorithm);
