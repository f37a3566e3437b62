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
    private const string Unreadable = "has a public key that cannot be read";

    /// <summary>P-256, P-384 and P-521 (RFC 5480): bytes of a coordinate.</summary>
    /// <remarks>Those of AWS Private CA (API reference, KeyAlgorithm), and of smart cards that Windows takes.</remarks>
    private static readonly Dictionary<string, int> Curves = new(StringComparer.Ordinal)
    {
        ["1.2.840.10045.3.1.7"] = 32,
        ["1.3.132.0.34"] = 48,
        ["1.3.132.0.35"] = 66,
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
                EllipticCurve => CurveProblem(key.EncodedParameters?.RawData, key.EncodedKeyValue.RawData),
                _ => null,
            };
        }
        catch (AsnContentException)
        {
            return Unreadable;
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

    /// <summary>RFC 5480 section 2.1.1: only named curves; section 2.2: a point, both coordinates or one.</summary>
    private static string? CurveProblem(ReadOnlyMemory<byte> parameters, byte[] point)
    {
        var reader = new AsnReader(parameters, AsnEncodingRules.BER);
        var curve = reader.PeekTag() == Asn1Tag.ObjectIdentifier ? reader.ReadObjectIdentifier() : null;
        if (curve is null || !Curves.TryGetValue(curve, out var coordinate))
        {
            return $"has a key on {(curve is null ? "a curve without a name" : $"the curve {curve}")}; allowed are "
                + "P-256, P-384 or P-521";
        }

        return point switch
        {
            [4, ..] when point.Length == 1 + (2 * coordinate) => null,
            [2 or 3, ..] when point.Length == 1 + coordinate => null,
            _ => Unreadable,
        };
    }

    private static int Bits(ReadOnlyMemory<byte> integer)
    {
        var magnitude = integer.Span.TrimStart((byte)0);
        return magnitude.IsEmpty ? 0 : (magnitude.Length * 8) - byte.LeadingZeroCount(magnitude[0]);
    }
}
