using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

/// <summary>A certification authority with a key, which issues others.</summary>
internal sealed class SomeCa
{
    /// <summary>From when certificates are valid, unless said otherwise.</summary>
    public static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static int _serial;

    private SomeCa(X509Certificate2 certificate, SomeKey key) => (Certificate, Key) = (certificate, key);

    public X509Certificate2 Certificate { get; }

    public SomeKey Key { get; }

    public string Pem => Certificate.ExportCertificatePem() + "\n";

    public string Thumbprint => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public CaCertificate Ca => ParsedCertificate.FromDer(Certificate.RawData).ToCaCertificate(issuerThumbprint: null);

    public static SomeCa Root(
        string name = "Root",
        int days = 3650,
        bool keyIds = true,
        Action<CertificateRequest>? change = null,
        SomeKey? key = null) =>
        Certify(null, Subject(name), key ?? SomeKey.P256(), days, keyIds, change);

    /// <summary>Root, policy CA and issuing CA, in this order.</summary>
    public static IReadOnlyList<SomeCa> Chain(string suffix = "")
    {
        var root = Root($"Root{suffix}");
        var policy = root.Issue($"Policy{suffix}");
        return [root, policy, policy.Issue($"Issuing{suffix}")];
    }

    public SomeCa Issue(
        string name,
        int days = 1825,
        bool keyIds = true,
        Action<CertificateRequest>? change = null,
        SomeKey? key = null,
        DateTimeOffset? from = null) =>
        Certify(this, Subject(name), key ?? SomeKey.P256(), days, keyIds, change, from);

    /// <summary>The same name and key, certified by another (or by itself) again.</summary>
    public SomeCa Renewed(SomeCa? issuer = null, int days = 3000, Action<CertificateRequest>? change = null) =>
        Certify(issuer, Certificate.Subject, Key, days, keyIds: true, change);

    /// <summary>A certificate whose signed part was changed before its issuer signed it.</summary>
    public SomeCa Patched(SomeCa issuer, Func<byte[], byte[]> change)
    {
        var parts = SignedParts.Of(Certificate.RawData);
        var content = change(parts.SignedBytes.ToArray());
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(content);
            writer.WriteEncodedValue(issuer.Key.Signer.GetSignatureAlgorithmIdentifier(issuer.Key.Hash));
            writer.WriteBitString(issuer.Key.Signer.SignData(content, issuer.Key.Hash));
        }

        return new SomeCa(X509CertificateLoader.LoadCertificate(writer.Encode()), Key);
    }

    private static string Subject(string name) => name.Contains('=', StringComparison.Ordinal) ? name : $"CN={name}";

    private static SomeCa Certify(
        SomeCa? issuer,
        string subject,
        SomeKey key,
        int days,
        bool keyIds,
        Action<CertificateRequest>? change,
        DateTimeOffset? from = null)
    {
        var certifier = issuer?.Key ?? key;
        var request = new CertificateRequest(new X500DistinguishedName(subject), key.Signer.PublicKey, certifier.Hash);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        if (keyIds)
        {
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        }

        if (keyIds && issuer?.Certificate.Extensions["2.5.29.14"] is X509SubjectKeyIdentifierExtension issuerKey)
        {
            request.CertificateExtensions.Add(
                X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(issuerKey));
        }

        change?.Invoke(request);
        var name = issuer is null ? request.SubjectName : issuer.Certificate.SubjectName;
        var serial = BitConverter.GetBytes(Interlocked.Increment(ref _serial)).Reverse().Prepend((byte)1).ToArray();
        var start = from ?? From;
        return new SomeCa(request.Create(name, certifier.Signer, start, start.AddDays(days), serial), key);
    }
}
