using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates;

/// <summary>Which public keys a CA may have.</summary>
/// <remarks>Judged from their encoding: no key is loaded and no signature checked for it.</remarks>
internal static class PublicKeyRule
{
    /// <summary>Smallest RSA key, in bits.</summary>
    /// <remarks>
    /// NIST SP 800-131A disallows smaller ones for signatures since 2014: who factors one issues certificates for
    /// sign-in.
    /// </remarks>
    public const int MinRsaBits = 2048;

    /// <summary>Largest RSA key, in bits.</summary>
    /// <remarks>
    /// Twice the largest of AWS Private CA (API reference, KeyAlgorithm). <c>openssl speed</c> verifies a signature of
    /// 2048 bits in 0.04 ms, of 7680 bits in 0.5 ms, of 15360 bits in 1.6 ms, with a public exponent of 17 bits.
    /// </remarks>
    public const int MaxRsaBits = 8192;

    /// <summary>Largest public exponent, in bits; CAs use 2 to 17.</summary>
    /// <remarks>
    /// OpenSSL's limit for long keys (OPENSSL_RSA_MAX_PUBEXP_BITS), kept here for all: the time of a verification grows
    /// with the exponent.
    /// </remarks>
    public const int MaxRsaExponentBits = 64;

    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EllipticCurve = "1.2.840.10045.2.1";

    /// <summary>Curves of 256 to 521 bits: NIST (RFC 5480), Brainpool (RFC 5639).</summary>
    private static readonly HashSet<string> Curves = new(StringComparer.Ordinal)
    {
        "1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35",
        "1.3.36.3.3.2.8.1.1.7", "1.3.36.3.3.2.8.1.1.11", "1.3.36.3.3.2.8.1.1.13",
    };

    /// <summary>
    /// What is wrong with the key, as the end of a sentence whose subject is the certificate, without a full stop; null
    /// for a key that may be used, and for kinds other than RSA and elliptic curves.
    /// </summary>
    public static string? Problem(PublicKey key)
    {
        try
        {
            return key.Oid.Value switch
            {
                Rsa => RsaProblem(key.EncodedKeyValue.RawData),
                EllipticCurve => CurveProblem(key.EncodedParameters?.RawData),
                _ => null,
            };
        }
        catch (AsnContentException)
        {
            return "has a public key that cannot be read";
        }
    }

    /// <summary>True for a key whose signatures are verified here.</summary>
    public static bool IsVerifiable(PublicKey key) => key.Oid.Value is Rsa or EllipticCurve && Problem(key) is null;

    /// <summary>RFC 8017 appendix A.1.1: modulus and public exponent.</summary>
    private static string? RsaProblem(ReadOnlyMemory<byte> encoded)
    {
        var key = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        var (modulus, exponent) = (Bits(key.ReadIntegerBytes()), Bits(key.ReadIntegerBytes()));
        return modulus is < MinRsaBits or > MaxRsaBits
            ? $"has an RSA key of {modulus} bits; allowed are {MinRsaBits} to {MaxRsaBits}"
            : exponent > MaxRsaExponentBits
                ? $"has an RSA key with a public exponent of {exponent} bits; allowed are up to {MaxRsaExponentBits}"
                : null;
    }

    /// <summary>RFC 5480 section 2.1.1: only named curves.</summary>
    private static string? CurveProblem(ReadOnlyMemory<byte> parameters)
    {
        var reader = new AsnReader(parameters, AsnEncodingRules.BER);
        var curve = reader.PeekTag() == Asn1Tag.ObjectIdentifier ? reader.ReadObjectIdentifier() : null;
        return curve is not null && Curves.Contains(curve)
            ? null
            : $"has a key on {(curve is null ? "a curve without a name" : $"the curve {curve}")}; allowed are P-256, "
                + "P-384, P-521 and the Brainpool curves of 256 to 512 bits";
    }

    private static int Bits(ReadOnlyMemory<byte> integer)
    {
        var magnitude = integer.Span.TrimStart((byte)0);
        return magnitude.IsEmpty ? 0 : (magnitude.Length * 8) - byte.LeadingZeroCount(magnitude[0]);
    }
}
