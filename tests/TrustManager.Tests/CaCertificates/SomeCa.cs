using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.Tests.CaCertificates;

/// <summary>A certification authority with a key, which issues others.</summary>
internal sealed class SomeCa
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static int _serial;

    private readonly ECDsa _key;

    private SomeCa(X509Certificate2 certificate, ECDsa key) => (Certificate, _key) = (certificate, key);

    public X509Certificate2 Certificate { get; }

    public string Pem => Certificate.ExportCertificatePem() + "\n";

    public string Thumbprint => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public static SomeCa Root(
        string name = "Root", int days = 3650, bool keyIds = true, Action<CertificateRequest>? change = null) =>
        Issue(null, Subject(name), days, keyIds, change, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Root, policy CA and issuing CA, in this order.</summary>
    public static IReadOnlyList<SomeCa> Chain(string suffix = "")
    {
        var root = Root($"Root{suffix}");
        var policy = root.Issue($"Policy{suffix}");
        return [root, policy, policy.Issue($"Issuing{suffix}")];
    }

    public SomeCa Issue(
        string name, int days = 1825, bool keyIds = true, Action<CertificateRequest>? change = null) =>
        Issue(this, Subject(name), days, keyIds, change, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>The same name and key, certified by another (or by itself) again.</summary>
    public SomeCa Renewed(SomeCa? issuer = null, int days = 3000) =>
        Issue(issuer, Certificate.Subject, days, keyIds: true, change: null, _key);

    private static string Subject(string name) => name.Contains('=', StringComparison.Ordinal) ? name : $"CN={name}";

    private static SomeCa Issue(
        SomeCa? issuer, string subject, int days, bool keyIds, Action<CertificateRequest>? change, ECDsa key)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        if (keyIds)
        {
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        }

        if (keyIds && issuer?.Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single() is { } issuerKey)
        {
            request.CertificateExtensions.Add(
                X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(issuerKey));
        }

        change?.Invoke(request);
        var certifier = issuer is null ? key : issuer._key;
        var name = issuer is null ? request.SubjectName : issuer.Certificate.SubjectName;
        var generator = X509SignatureGenerator.CreateForECDsa(certifier);
        var serial = BitConverter.GetBytes(Interlocked.Increment(ref _serial)).Reverse().Prepend((byte)1).ToArray();
        return new SomeCa(request.Create(name, generator, From, From.AddDays(days), serial), key);
    }
}
