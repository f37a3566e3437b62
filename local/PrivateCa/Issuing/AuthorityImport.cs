using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Local.Endpoint;
using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Issuing;

/// <summary>The rules for importing a CA certificate; API reference, ImportCertificateAuthorityCertificate.</summary>
public static class AuthorityImport
{
    /// <summary>Extensions that may be critical; any other critical one is refused.</summary>
    private static readonly HashSet<string> MayBeCritical =
    [
        "2.5.29.35", "2.5.29.19", "2.5.29.32", "2.5.29.37", "2.5.29.54", "2.5.29.18", "2.5.29.15", "2.5.29.30", "2.5.29.33", "2.5.29.17",
        "2.5.29.9", "2.5.29.14", "1.3.6.1.5.5.7.1.11",
    ];

    /// <exception cref="AwsException">
    /// <c>MalformedCertificateException</c>, <c>CertificateMismatchException</c> or <c>InvalidRequestException</c>.
    /// </exception>
    public static InstalledCertificate Check(
        CertificateAuthority authority, string certificatePem, string? chainPem, DateTimeOffset now)
    {
        var certificate = Parse(certificatePem);
        IReadOnlyList<X509Certificate2> chain = chainPem is null ? [] : [.. ParseChain(chainPem)];
        if (!authority.Key.Matches(certificate.PublicKey))
        {
            throw new AwsException(
                "CertificateMismatchException",
                "The certificate does not have the public key of the certificate authority. Sign the request that "
                    + "GetCertificateAuthorityCsr gives.");
        }

        CheckExtensions([certificate, .. chain]);
        CheckPlace(authority, certificate, chain);
        if (!Verifies(certificate, chain, now))
        {
            throw PrivateCaErrors.MalformedCertificate(
                "The certificate does not chain up to the last certificate of CertificateChain, or one of them is not "
                    + "valid now. Give every issuer in order, root last.");
        }

        var wholeChain = string.Join('\n', chain.Select(issuer => issuer.ExportCertificatePem()));
        return new InstalledCertificate(certificate, chain.Count == 0 ? null : wholeChain);
    }

    private static void CheckPlace(
        CertificateAuthority authority, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain)
    {
        var selfSigned = IsSelfIssued(certificate);
        if (authority.IsRoot && (!selfSigned || chain.Count > 0))
        {
            throw PrivateCaErrors.InvalidRequest("A root certificate authority takes a self-signed certificate and no "
                + "CertificateChain.");
        }

        if (!authority.IsRoot && (selfSigned || chain.Count == 0))
        {
            throw PrivateCaErrors.InvalidRequest(
                "A subordinate certificate authority takes a certificate signed by its parent, and the CertificateChain "
                    + "up to the root.");
        }
    }

    private static void CheckExtensions(IEnumerable<X509Certificate2> certificates)
    {
        foreach (var certificate in certificates)
        {
            var constraints = certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault();
            if (constraints is not { CertificateAuthority: true, Critical: true })
            {
                throw PrivateCaErrors.MalformedCertificate($"'{certificate.Subject}' is no CA certificate: it has no "
                    + "critical basic constraints with CA:TRUE.");
            }

            if (certificate.Extensions.FirstOrDefault(e => e.Critical && !MayBeCritical.Contains(e.Oid!.Value!)) is { } refused)
            {
                throw PrivateCaErrors.MalformedCertificate(
                    $"'{certificate.Subject}' has the critical extension {refused.Oid!.Value}, which Private CA does not "
                        + "accept as critical.");
            }
        }
    }

    private static bool Verifies(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, DateTimeOffset now)
    {
        using var verification = new X509Chain();
        verification.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        verification.ChainPolicy.CustomTrustStore.Add(chain.Count == 0 ? certificate : chain[^1]);
        verification.ChainPolicy.ExtraStore.AddRange(chain.ToArray());
        verification.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        verification.ChainPolicy.DisableCertificateDownloads = true;
        verification.ChainPolicy.VerificationTime = now.UtcDateTime;
        return verification.Build(certificate)
            && verification.ChainElements.Skip(1).Select(e => e.Certificate.Thumbprint).SequenceEqual(chain.Select(c => c.Thumbprint));
    }

    private static bool IsSelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static X509Certificate2 Parse(string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException e)
        {
            throw PrivateCaErrors.MalformedCertificate($"Certificate is not an X.509 certificate in PEM: {e.Message}");
        }
    }

    private static X509Certificate2Collection ParseChain(string pem)
    {
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(pem);
        }
        catch (CryptographicException e)
        {
            throw PrivateCaErrors.MalformedCertificate("CertificateChain does not consist of X.509 certificates in PEM: "
                + $"{e.Message}");
        }

        return chain.Count > 0 ? chain : throw PrivateCaErrors.MalformedCertificate("CertificateChain holds no "
            + "certificate in PEM.");
    }
}
