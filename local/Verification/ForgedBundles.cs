using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Infra.Local.Verification;

/// <summary>An agency's root CA, and bundles that claim to be below it: all but one are forged.</summary>
public sealed class ForgedBundles
{
    private readonly DateTimeOffset _now;
    private readonly Authority _root;

    /// <param name="now">The root is valid from the day before, for twenty years.</param>
    public ForgedBundles(DateTimeOffset now)
    {
        _now = now;
        _root = SelfSigned("Agency Root CA");
        var issuing = Below(_root, "Agency Issuing CA", new Extensions());
        Agency = new Bundle("agency", [_root.Pem, issuing.Pem]);
        Forged = [EndEntity(), SameName(), NoKeyCertSign(), PathLength(), ExpiredLink()];
        CrossCertificate = Crossed();
    }

    /// <summary>PEM of the root, for <c>trustAnchors</c>.</summary>
    public string RootPem => _root.Pem;

    /// <summary>The root and the CA that it certified.</summary>
    public Bundle Agency { get; }

    /// <summary>Those that no path leads from.</summary>
    public IReadOnlyList<Bundle> Forged { get; }

    /// <summary>A partner's root, cross-certified by the agency's, with the CA below it: it has a path.</summary>
    public Bundle CrossCertificate { get; }

    /// <summary>A root of no relation to the agency's, with a CA below it and one below that.</summary>
    public Bundle Stranger(string name)
    {
        var root = SelfSigned($"{name} Root CA");
        var policy = Below(root, $"{name} Policy CA", new Extensions());
        return new Bundle(name, [root.Pem, policy.Pem, Below(policy, $"{name} Issuing CA", new Extensions()).Pem]);
    }

    private Bundle EndEntity()
    {
        var leaf = Below(_root, "card.agency.example", new Extensions { IsCa = false, Usage = X509KeyUsageFlags.DigitalSignature });
        return new Bundle("end-entity-as-issuer", [leaf.Pem, Below(leaf, "End Entity's CA", new Extensions()).Pem]);
    }

    private Bundle SameName()
    {
        var twin = SelfSigned("Agency Root CA");
        return new Bundle("same-name-another-key", [twin.Pem, Below(twin, "Twin's CA", new Extensions()).Pem]);
    }

    private Bundle NoKeyCertSign()
    {
        var mute = Below(_root, "Agency CRL CA", new Extensions { Usage = X509KeyUsageFlags.CrlSign });
        return new Bundle("no-key-cert-sign", [mute.Pem, Below(mute, "CRL CA's CA", new Extensions()).Pem]);
    }

    private Bundle PathLength()
    {
        var last = Below(_root, "Agency Card CA", new Extensions { PathLength = 0 });
        return new Bundle("path-length-exceeded", [Below(last, "Card CA's CA", new Extensions()).Pem])
        {
            Links = [last.Pem],
        };
    }

    private Bundle ExpiredLink()
    {
        var expired = Below(_root, "Agency Former CA", new Extensions { Until = _now.AddDays(-1) });
        return new Bundle("expired-link", [expired.Pem, Below(expired, "Former CA's CA", new Extensions()).Pem]);
    }

    private Bundle Crossed()
    {
        var partner = SelfSigned("Partner Root CA");
        using var partnerKey = partner.Key();
        var crossed = Sign(_root, "Partner Root CA", partnerKey, new Extensions());
        return new Bundle(
            "cross-certificate",
            [crossed, partner.Pem, Below(partner, "Partner Issuing CA", new Extensions()).Pem]);
    }

    private Authority SelfSigned(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request(name, key, new Extensions()).CreateSelfSigned(_now.AddDays(-1), _now.AddYears(20));
        return new Authority(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKey());
    }

    private Authority Below(Authority issuer, string name, Extensions extensions)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new Authority(Sign(issuer, name, key, extensions), key.ExportPkcs8PrivateKey());
    }

    private string Sign(Authority issuer, string name, ECDsa key, Extensions extensions)
    {
        using var above = X509Certificate2.CreateFromPem(issuer.Pem);
        using var issuerKey = issuer.Key();
        var request = Request(name, key, extensions);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
            above, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var certificate = request.Create(
            above.SubjectName,
            X509SignatureGenerator.CreateForECDsa(issuerKey),
            _now.AddDays(-30),
            extensions.Until ?? _now.AddYears(10),
            RandomNumberGenerator.GetBytes(16));
        return certificate.ExportCertificatePem();
    }

    private static CertificateRequest Request(string name, ECDsa key, Extensions extensions)
    {
        var request = new CertificateRequest($"CN={name}, O=Example", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            extensions.IsCa, extensions.PathLength is not null, extensions.PathLength ?? 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(extensions.Usage, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private sealed record Authority(string Pem, byte[] Pkcs8)
    {
        public ECDsa Key()
        {
            var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(Pkcs8, out _);
            return key;
        }
    }

    private sealed record Extensions
    {
        public bool IsCa { get; init; } = true;

        public int? PathLength { get; init; }

        public X509KeyUsageFlags Usage { get; init; } = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign;

        public DateTimeOffset? Until { get; init; }
    }
}

/// <summary>Certificates that are put into a bucket as one file.</summary>
/// <param name="Name">Of the file, without its ending.</param>
/// <param name="Pems">Issuers first.</param>
public sealed record Bundle(string Name, IReadOnlyList<string> Pems)
{
    /// <summary>Certificates of the same file that have a path and may be registered.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public byte[] File => Encoding.ASCII.GetBytes(string.Join('\n', Links.Concat(Pems)));

    public IReadOnlyList<string> Thumbprints => [.. Pems.Select(Thumbprint)];

    public IReadOnlyList<string> LinkThumbprints => [.. Links.Select(Thumbprint)];

    private static string Thumbprint(string pem)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return certificate.GetCertHashString(HashAlgorithmName.SHA256);
    }
}
