using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Authorities;

/// <summary>A CA's private key.</summary>
public sealed class AuthorityKey : IDisposable
{
    private readonly AsymmetricAlgorithm _key;
    private readonly Func<X509SignatureGenerator> _generator;
    private readonly Lock _signing = new();

    private AuthorityKey(RSA key) =>
        (_key, _generator, IsRsa) = (key, () => X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), true);

    private AuthorityKey(ECDsa key) => (_key, _generator) = (key, () => X509SignatureGenerator.CreateForECDsa(key));

    public bool IsRsa { get; }

    /// <summary>Whether a certificate or request is for this key.</summary>
    public bool Matches(PublicKey other) =>
        other.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(_generator().PublicKey.ExportSubjectPublicKeyInfo());

    public static AuthorityKey Create(string algorithm) => algorithm switch
    {
        "RSA_2048" => new AuthorityKey(RSA.Create(2048)),
        "RSA_3072" => new AuthorityKey(RSA.Create(3072)),
        "RSA_4096" => new AuthorityKey(RSA.Create(4096)),
        "EC_prime256v1" => new AuthorityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)),
        "EC_secp384r1" => new AuthorityKey(ECDsa.Create(ECCurve.NamedCurves.nistP384)),
        "EC_secp521r1" => new AuthorityKey(ECDsa.Create(ECCurve.NamedCurves.nistP521)),
        _ => throw PrivateCaErrors.NotEmulated($"the key algorithm {algorithm}"),
    };

    /// <summary>The CA's own PKCS #10 request, in PEM.</summary>
    public string SigningRequest(AuthorityConfiguration configuration)
    {
        var hash = configuration.SigningAlgorithm.Hash;
        var request = _key is RSA rsa
            ? new CertificateRequest(configuration.Subject.Name, rsa, hash, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(configuration.Subject.Name, (ECDsa)_key, hash);
        if (configuration.CsrKeyUsage is { } usage)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        }

        lock (_signing)
        {
            return request.CreateSigningRequestPem();
        }
    }

    /// <summary>Lets <paramref name="sign"/> sign; .NET's keys serve one caller at a time.</summary>
    public T Sign<T>(Func<X509SignatureGenerator, T> sign)
    {
        lock (_signing)
        {
            return sign(_generator());
        }
    }

    public void Dispose() => _key.Dispose();
}
