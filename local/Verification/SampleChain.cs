using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.Verification;

/// <summary>A root CA, an intermediate CA below it and an issuing CA below that, as somebody's own PKI would have them.</summary>
public sealed class SampleChain
{
    /// <param name="name">Part of every common name.</param>
    /// <param name="now">The certificates are valid from the day before, for ten years and less.</param>
    public SampleChain(string name, DateTimeOffset now)
    {
        using var rootKey = NewKey();
        using var policyKey = NewKey();
        using var issuingKey = NewKey();
        var start = now.AddDays(-1);
        using var root = Request($"{name} Root CA", rootKey).CreateSelfSigned(start, start.AddYears(10));
        using var policy = Issue($"{name} Policy CA", policyKey, root, rootKey, start, years: 8);
        using var issuing = Issue($"{name} Issuing CA", issuingKey, policy, policyKey, start, years: 6);
        Pems = [root.ExportCertificatePem(), policy.ExportCertificatePem(), issuing.ExportCertificatePem()];
        Thumbprints = [.. new[] { root, policy, issuing }.Select(one => one.GetCertHashString(HashAlgorithmName.SHA256))];
    }

    /// <summary>Root first.</summary>
    public IReadOnlyList<string> Pems { get; }

    /// <summary>SHA-256, in the same order.</summary>
    public IReadOnlyList<string> Thumbprints { get; }

    private static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static CertificateRequest Request(string commonName, ECDsa key)
    {
        var request = new CertificateRequest($"CN={commonName}, O=Example", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }

    private static X509Certificate2 Issue(
        string commonName, ECDsa key, X509Certificate2 issuer, ECDsa issuerKey, DateTimeOffset start, int years)
    {
        var request = Request(commonName, key);
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        return request.Create(
            issuer.SubjectName,
            X509SignatureGenerator.CreateForECDsa(issuerKey),
            start,
            start.AddYears(years),
            RandomNumberGenerator.GetBytes(16));
    }
}
