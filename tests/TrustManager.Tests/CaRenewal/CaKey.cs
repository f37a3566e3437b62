using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>The key and name of a CA, which signs certificates as Private CA does.</summary>
internal sealed class CaKey(string name)
{
    private static int _serial;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Subject { get; } = $"CN={name}";

    public string Csr => Request(Subject).CreateSigningRequestPem();

    /// <summary>A root certificate of this key.</summary>
    public CertificateAndChain SelfSigned(DateTimeOffset from, DateTimeOffset until, int? pathLength = null) =>
        new(Sign(Request(Subject), from, until, pathLength).ExportCertificatePem(), null);

    /// <summary>A certificate for the key and name in a request.</summary>
    public X509Certificate2 Sign(
        string csr, DateTimeOffset from, DateTimeOffset until, int? pathLength, Action<CertificateRequest>? change = null) =>
        Sign(CertificateRequest.LoadSigningRequestPem(csr, HashAlgorithmName.SHA256), from, until, pathLength, change);

    /// <summary>An empty CRL, for <paramref name="days"/>.</summary>
    public byte[] Crl(DateTimeOffset from, string? issuingPoint, int days = 7) =>
        TestCrl.Sign(_key, Subject, from, from.AddDays(days), issuingPoint);

    public CertificateRequest Request(string subject) => new(subject, _key, HashAlgorithmName.SHA256);

    private X509Certificate2 Sign(
        CertificateRequest request,
        DateTimeOffset from,
        DateTimeOffset until,
        int? pathLength,
        Action<CertificateRequest>? change = null)
    {
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(true, pathLength is not null, pathLength ?? 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.DigitalSignature, critical: true));
        change?.Invoke(request);
        var serial = BitConverter.GetBytes(Interlocked.Increment(ref _serial)).Reverse().Prepend((byte)1).ToArray();
        return request.Create(
            new X500DistinguishedName(Subject), X509SignatureGenerator.CreateForECDsa(_key), from, until, serial);
    }
}
