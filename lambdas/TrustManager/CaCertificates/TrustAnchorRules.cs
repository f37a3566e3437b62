using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates;

/// <summary>What a certificate must be for others to be trusted below it, whatever the day.</summary>
/// <remarks>
/// Weaker keys cannot vouch for anything: whoever factors one issues CAs for sign-in. The limits are those of Directory
/// Service and of every public root programme since 2014.
/// </remarks>
public static class TrustAnchorRules
{
    private const int MinRsaBits = 2048;

    /// <summary>Larger keys are not verified: the time of a check grows with the square of their size.</summary>
    private const int MaxRsaBits = 8192;

    /// <summary>P-256, P-384 and P-521 (RFC 5480).</summary>
    private static readonly HashSet<string> Curves = ["1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"];

    /// <returns>Each begins with a verb, whose subject is the anchor, and ends without a full stop.</returns>
    public static IEnumerable<string> Problems(CaCertificate certificate)
    {
        var parsed = ParsedCertificate.From(certificate);
        if (parsed.IsCa != true)
        {
            yield return "is not the certificate of a CA (its basic constraints do not say CA:TRUE); pin the CA that "
                + "issued it";
        }

        if (parsed.KeyUsages is { } usages && !usages.HasFlag(X509KeyUsageFlags.KeyCertSign))
        {
            yield return $"may not sign certificates (its key usage is {usages}, without KeyCertSign); pin a "
                + "certificate of that CA that was issued with keyCertSign";
        }

        if (KeyProblem(parsed.Certificate) is { } problem)
        {
            yield return problem;
        }
    }

    private static string? KeyProblem(X509Certificate2 certificate)
    {
        const string Allowed = "allowed are RSA of 2048 to 8192 bits and ECDSA with P-256, P-384 or P-521; pin a "
            + "CA with such a key";
        try
        {
            using var rsa = certificate.GetRSAPublicKey();
            if (rsa is not null)
            {
                return rsa.KeySize is >= MinRsaBits and <= MaxRsaBits
                    ? null
                    : $"has an RSA key of {rsa.KeySize} bits; {Allowed}";
            }

            using var ecdsa = certificate.GetECDsaPublicKey();
            var curve = ecdsa?.ExportParameters(includePrivateParameters: false).Curve.Oid;
            return curve?.Value is { } oid && Curves.Contains(oid)
                ? null
                : $"has a key of another kind ({curve?.FriendlyName ?? certificate.PublicKey.Oid.Value}); {Allowed}";
        }
        catch (CryptographicException)
        {
            return $"has a key that cannot be read; {Allowed}";
        }
    }
}
