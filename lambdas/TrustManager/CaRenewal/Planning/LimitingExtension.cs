using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>An extension of a CA certificate that decides which certificates below it are valid.</summary>
/// <param name="Change">The setting that allows a successor with another one, or without it.</param>
/// <param name="IsCarried">
/// True where the templates <c>SubordinateCACertificate_PathLen&lt;n&gt;_APIPassthrough/V1</c> certainly take it over:
/// AWS documents that for name constraints (Private CA user guide, "Activate a subordinate CA with the NameConstraints
/// extension").
/// </param>
internal sealed record LimitingExtension(
    RenewalChange Change, string ObjectIdentifier, string Name, bool IsCarried = false)
{
    public static IReadOnlyList<LimitingExtension> All { get; } =
    [
        new(RenewalChange.NameConstraints, "2.5.29.30", "name constraints", IsCarried: true),
        new(RenewalChange.CertificatePolicies, "2.5.29.32", "certificate policies"),
        new(RenewalChange.PolicyConstraints, "2.5.29.36", "policy constraints"),
        new(RenewalChange.ExtendedKeyUsage, "2.5.29.37", "extended key usage"),
    ];

    /// <summary>Null where the certificate has none.</summary>
    public CarriedExtension? In(ParsedCertificate certificate) =>
        certificate.Certificate.Extensions.FirstOrDefault(IsThis) is { } found
            ? new CarriedExtension(ObjectIdentifier, found.Critical, Convert.ToBase64String(found.RawData))
            : null;

    private bool IsThis(X509Extension extension) => extension.Oid?.Value == ObjectIdentifier;
}
