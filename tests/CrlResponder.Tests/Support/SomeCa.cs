using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.CrlResponder.Tests.Support;

/// <summary>A CA that issues CRLs of its own, for tests about whose list is whose.</summary>
internal sealed class SomeCa : IDisposable
{
    private readonly AsymmetricAlgorithm _key;
    private readonly X509Certificate2 _certificate;

    /// <param name="name">Common name.</param>
    /// <param name="key">Null for a key on P-256.</param>
    /// <param name="usages">Key usage of the certificate; null for none.</param>
    /// <param name="hasKeyIdentifier">Whether the certificate says which key it is of.</param>
    public SomeCa(
        string name = "Right CA",
        AsymmetricAlgorithm? key = null,
        X509KeyUsageFlags? usages = X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.KeyCertSign,
        bool hasKeyIdentifier = true)
    {
        _key = key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = _key is RSA rsa
            ? new CertificateRequest($"CN={name}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest($"CN={name}", (ECDsa)_key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        if (usages is { } flags)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(flags, true));
        }

        if (hasKeyIdentifier)
        {
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        }

        _certificate = request.CreateSelfSigned(Some.Noon.AddYears(-1), Some.Noon.AddYears(9));
    }

    public byte[] Certificate => _certificate.RawData;

    public AsymmetricAlgorithm Key => _key;

    /// <param name="number">CRL number.</param>
    /// <param name="thisUpdate">Noon by default; it is valid for seven days from then.</param>
    /// <param name="hash">SHA-256 by default.</param>
    /// <param name="padding">Of an RSA signature; PKCS #1 by default.</param>
    public byte[] Crl(
        long number = 1,
        DateTimeOffset? thisUpdate = null,
        HashAlgorithmName? hash = null,
        RSASignaturePadding? padding = null)
    {
        var from = thisUpdate ?? Some.Noon;
        var builder = new CertificateRevocationListBuilder();
        builder.AddEntry([1, 2, 3], Some.Noon.AddDays(-1), X509RevocationReason.KeyCompromise);
        var generator = _key is RSA rsa
            ? X509SignatureGenerator.CreateForRSA(rsa, padding ?? RSASignaturePadding.Pkcs1)
            : X509SignatureGenerator.CreateForECDsa((ECDsa)_key);
        var keyIdentifier = X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(
            new X509SubjectKeyIdentifierExtension(new PublicKey(_key), false));
        return builder.Build(
            _certificate.SubjectName, generator, number, from.AddDays(7), hash ?? HashAlgorithmName.SHA256, keyIdentifier, from);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
