using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.FirstCrl;

/// <summary>The order of a certificate that cannot be used: its key exists only while the request is signed.</summary>
public static class ThrowAwayRequest
{
    /// <summary>
    /// The only template that the function's role may use. Its certificates sign code: the extended key usage is
    /// critical and has no other purpose, so that neither a domain controller nor a server accepts them for sign-in,
    /// whatever name a request asks for. Like every template it takes the CRL distribution point from the CA
    /// (Private CA User Guide, "Template definitions", CodeSigningCertificate/V1).
    /// </summary>
    public const string Template = "CodeSigningCertificate";

    /// <summary>At most 64 characters for each part (API Reference, ASN1Subject).</summary>
    public const string Subject = "CN=First CRL - not for use, OU=Issued so that Private CA writes its first CRL";

    /// <summary>The shortest validity that all templates accept; a short-lived CA gives at most 7 days.</summary>
    private static readonly ValidityPeriod Validity = ValidityPeriod.Days(1);

    /// <param name="requestId">The same request orders the same certificate, however often it is repeated.</param>
    public static CertificateOrder For(CertificateAuthority ca, string requestId)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256);
        return new CertificateOrder(
            request.CreateSigningRequestPem(),
            ca.Arn.TemplateArn(Template),
            ca.SigningAlgorithm,
            Validity,
            IdempotencyToken.For(requestId, "first-crl"));
    }
}
