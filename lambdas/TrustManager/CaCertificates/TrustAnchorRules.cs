using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates;

/// <summary>What a certificate must be for others to be trusted below it, whatever the day.</summary>
/// <remarks>
/// The key is judged by <see cref="PublicKeyRule"/>: a weak one, or one whose signatures cannot be verified here,
/// cannot vouch for anything.
/// </remarks>
public static class TrustAnchorRules
{
    /// <returns>Each begins with a verb, whose subject is the anchor, and ends without a full stop.</returns>
    public static IEnumerable<string> Problems(CaCertificate certificate)
    {
        var parsed = ParsedCertificate.From(certificate);
        if (parsed.IsCa != true)
        {
            yield return "is not the certificate of a CA (its basic constraints do not say CA:TRUE); "
                + (parsed.Subject.IsSameAs(parsed.Issuer)
                    ? "have that root certificate issued again as version 3 with the same name and key, and pin that"
                    : "pin the CA that issued it");
        }

        if (parsed.KeyUsages is { } usages && !usages.HasFlag(X509KeyUsageFlags.KeyCertSign))
        {
            yield return $"may not sign certificates (its key usage is {usages}, without KeyCertSign); pin a "
                + "certificate of that CA that was issued with keyCertSign";
        }

        var key = parsed.Certificate.PublicKey;
        if (PublicKeyRule.Problem(key) is { } problem)
        {
            yield return $"{problem}; pin a CA with such a key";
        }
        else if (!PublicKeyRule.IsVerifiable(key))
        {
            yield return $"has a key of another kind ({key.Oid.Value}) than RSA or ECDSA; pin a CA with such a key";
        }
    }
}
