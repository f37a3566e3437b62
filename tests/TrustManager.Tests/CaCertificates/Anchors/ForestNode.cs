using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates.Anchors;

/// <summary>A certificate as its issuer meant it: what a reference judges without reading any certificate.</summary>
/// <param name="Subject">Index of a name; even and odd ones belong to two organizations.</param>
/// <param name="Key">Index of the key that it is for.</param>
/// <param name="Signer">Index of the key that signed it.</param>
/// <param name="Permitted">0 or 1: the organization that names below must belong to; null for no constraint.</param>
internal sealed record ForestNode(
    int Subject,
    int Key,
    int Issuer,
    int Signer,
    int? PathLength,
    bool IsCa,
    bool MaySign,
    bool IsExpired,
    bool IsLater,
    int? Permitted)
{
    private static readonly SomeKey[] Keys = [.. Enumerable.Range(0, 12).Select(_ => SomeKey.P256())];

    public bool IsSelfIssued => Subject == Issuer;

    public static X509SignatureGenerator SignerOf(int key) => Keys[key].Signer;

    public static string NameOf(int subject) => $"CN=CA {subject}, O=Organization{subject % 2}";

    public CaCertificate ToCertificate(int serial)
    {
        var request = new CertificateRequest(
            new X500DistinguishedName(NameOf(Subject)), Keys[Key].Signer.PublicKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(IsCa, IsCa && PathLength is not null, PathLength ?? 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            MaySign ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.CrlSign, true));
        if (Permitted is { } organization)
        {
            SomeExtensions.Constraints($"dn:O=Organization{organization}", null)(request);
        }

        var from = IsLater ? SomeAnchors.Now.AddDays(1) : SomeCa.From;
        using var certificate = request.Create(
            new X500DistinguishedName(NameOf(Issuer)),
            Keys[Signer].Signer,
            from,
            IsExpired ? SomeAnchors.Now.AddDays(-1) : SomeAnchors.Now.AddDays(1000),
            BitConverter.GetBytes(serial).Reverse().Prepend((byte)1).ToArray());
        return ParsedCertificate.FromDer(certificate.RawData).ToCaCertificate(issuerThumbprint: null);
    }
}
