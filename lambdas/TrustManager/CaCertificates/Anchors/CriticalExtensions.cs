using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>Which critical extensions are understood (RFC 5280, 4.2: others make a certificate useless).</summary>
internal static class CriticalExtensions
{
    /// <remarks>
    /// The first four are processed. Alternative names are compared with name constraints. The other ones limit
    /// nothing that is asked here: policies, since none is asked for; extended key usages, which the directory compares
    /// with what the certificate of a person or server is used for; the rest is information.
    /// </remarks>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "2.5.29.19", // basicConstraints
        "2.5.29.15", // keyUsage
        NameConstraints.Oid,
        "2.5.29.17", // subjectAltName
        "2.5.29.18", // issuerAltName
        "2.5.29.14", // subjectKeyIdentifier
        "2.5.29.35", // authorityKeyIdentifier
        "2.5.29.32", // certificatePolicies
        "2.5.29.33", // policyMappings
        "2.5.29.36", // policyConstraints
        "2.5.29.54", // inhibitAnyPolicy
        "2.5.29.37", // extKeyUsage
        "2.5.29.31", // cRLDistributionPoints
        "1.3.6.1.5.5.7.1.1", // authorityInfoAccess
    };

    public static string? Fault(ParsedCertificate certificate)
    {
        var extensions = certificate.Certificate.Extensions;
        return extensions.FirstOrDefault(extension => extension.Critical && !IsKnown(extension)) is { } unknown
            ? $"has the critical extension {unknown.Oid?.Value}, which is not known here"
            : extensions.GroupBy(extension => extension.Oid?.Value, StringComparer.Ordinal)
                .FirstOrDefault(group => group.Count() > 1) is { } repeated
                ? $"has the extension {repeated.Key} twice"
                : null;
    }

    private static bool IsKnown(X509Extension extension) => extension.Oid?.Value is { } oid && Known.Contains(oid);
}
