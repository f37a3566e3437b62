using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.Publishing;

/// <summary>The order of a certificate that nobody can use: its key exists only while the request is signed.</summary>
public static class ThrowAwayRequest
{
    /// <summary>At most 64 characters for each part (API Reference, ASN1Subject).</summary>
    public const string Subject = "CN=First CRL - not for use, OU=Issued so that Private CA writes its first CRL";

    /// <summary>The shortest validity that all templates and modes accept.</summary>
    private static readonly ValidityPeriod Validity = ValidityPeriod.Days(1);

    /// <param name="requestId">The same request orders the same certificate, however often it is repeated.</param>
    public static CertificateOrder For(CertificateAuthority ca, string requestId)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256);
        return new CertificateOrder(
            request.CreateSigningRequestPem(),
            ca.Arn.TemplateArn("EndEntityCertificate"),
            ca.SigningAlgorithm,
            Validity,
            IdempotencyToken.For(requestId, "first-crl"));
    }
}
