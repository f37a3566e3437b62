using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.Tests.CaCertificates;

/// <summary>A key pair of a CA.</summary>
internal sealed class SomeKey
{
    private SomeKey(X509SignatureGenerator signer, HashAlgorithmName hash) => (Signer, Hash) = (signer, hash);

    public X509SignatureGenerator Signer { get; }

    public HashAlgorithmName Hash { get; }

    public static SomeKey P256() => Ec(ECCurve.NamedCurves.nistP256, HashAlgorithmName.SHA256);

    public static SomeKey Ec(ECCurve curve, HashAlgorithmName hash) =>
        new(X509SignatureGenerator.CreateForECDsa(ECDsa.Create(curve)), hash);

    public static SomeKey Rsa(int bits, HashAlgorithmName hash) => Rsa(RSA.Create(bits), hash);

    public static SomeKey Rsa(RSA key, HashAlgorithmName hash) => new(
        hash == HashAlgorithmName.SHA1
            ? new Sha1Generator(key)
            : X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
        hash);
}
