using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates;

/// <summary>What Directory Service, and a chain that shall hold, ask of CA certificates at any time.</summary>
/// <remarks>
/// What is asked only of a certificate that is yet to be registered is <see cref="Registrability"/>'s: a directory
/// keeps what it has.
/// </remarks>
public static class CaCertificateRules
{
    /// <summary>Longest certificate that is registered, in characters of PEM.</summary>
    /// <remarks>Directory Service API reference, RegisterCertificate, CertificateData.</remarks>
    public const int MaxPemLength = 8192;

    /// <summary>Not supported by Directory Service, as a signature or as a kind of key (RFC 4055).</summary>
    private const string RsassaPss = "1.2.840.113549.1.1.10";

    /// <param name="ceiling">See <see cref="CertificateCeiling"/>.</param>
    /// <returns>
    /// Every problem of every certificate and of all together, those of reading the bundle among them; none when it can
    /// be followed.
    /// </returns>
    public static IReadOnlyList<string> Problems(CaBundle bundle, int ceiling)
    {
        var problems = new ProblemList("The CA certificates have");
        problems.AddRange(bundle.Problems);
        problems.AddRange(CountProblems(bundle.Certificates.Count, ceiling));
        problems.AddRange(bundle.Certificates.SelectMany(
            one => OwnProblems(one).Select(problem => $"{bundle.Describe(one)} {problem}")));
        problems.AddRange(bundle.Certificates.Count > ceiling ? [] : ChainRule.Problems(bundle));
        return problems.ToList();
    }

    /// <summary>What a person should know of a bundle that can be followed, in whole sentences.</summary>
    public static IReadOnlyList<string> Notes(CaBundle bundle) => [.. ChainRule.Notes(bundle)];

    /// <summary>Each begins with a verb, whose subject is the certificate.</summary>
    internal static IEnumerable<string> OwnProblems(CaCertificate certificate)
    {
        var parsed = ParsedCertificate.From(certificate);
        if (parsed.IsCa != true)
        {
            yield return $"{NotOfCa(parsed)}; a directory needs certificates of CAs. {NextForNoCa(parsed)}";
        }

        if (parsed.KeyUsages is { } usages && !usages.HasFlag(X509KeyUsageFlags.KeyCertSign))
        {
            yield return $"may not sign certificates: its key usage is {usages}, without KeyCertSign. Give a "
                + "certificate of that CA that was issued with keyCertSign.";
        }

        if (PublicKeyRule.Problem(parsed.Certificate.PublicKey) is { } key)
        {
            yield return $"{key}. Renew that CA with another key.";
        }

        if (parsed.Subject.IsEmpty)
        {
            yield return "has no subject, which every CA must have. Have it issued again with a name.";
        }

        if (parsed.SignatureAlgorithm == RsassaPss || parsed.Certificate.PublicKey.Oid.Value == RsassaPss)
        {
            yield return "uses RSASSA-PSS, which Directory Service does not support. Have it issued again with RSA "
                + "PKCS #1 v1.5 or ECDSA.";
        }

        if (certificate.Pem.Length > MaxPemLength)
        {
            yield return $"has {certificate.Pem.Length} characters of PEM; Directory Service takes at most "
                + $"{MaxPemLength}. Have it issued with fewer or shorter extensions.";
        }
    }

    private static string NotOfCa(ParsedCertificate parsed) =>
        parsed is { IsCa: null, Version: < 3 } ? $"is of X.509 version {parsed.Version}, which has no basic constraints"
        : parsed.IsCa is null ? "has no basic constraints"
        : "is not a CA by its basic constraints";

    /// <summary>No CA is above a root; old roots are of version 1.</summary>
    private static string NextForNoCa(ParsedCertificate parsed)
    {
        const string Again = "have its certificate issued again as version 3, with the same name and key and with basic "
            + "constraints CA:TRUE, and give that";
        return parsed.Subject.IsSameAs(parsed.Issuer) ? $"If it is a root CA, {Again}."
            : parsed.Version < 3 ? $"If it is a CA, {Again}; otherwise give the certificate of the CA that issued it."
            : "Give the certificate of the CA that issued it.";
    }

    internal static IEnumerable<string> CountProblems(int count, int ceiling)
    {
        if (count > ceiling)
        {
            yield return $"{count} CA certificates are given; a directory takes at most {ceiling} for this purpose. "
                + "Leave out the CAs that issue no certificates for it, or ask AWS Support for a higher quota.";
        }
    }
}
