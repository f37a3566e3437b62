using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.Tests.CaCertificates;

/// <summary>Signs with RSA and SHA-1, which .NET issues no certificates with.</summary>
internal sealed class Sha1Generator(RSA key) : X509SignatureGenerator
{
    /// <summary>DER of sha1WithRSAEncryption with its NULL (RFC 3279, 2.2.1).</summary>
    private static readonly byte[] Algorithm = [0x30, 13, 6, 9, 42, 134, 72, 134, 247, 13, 1, 1, 5, 5, 0];

    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => Algorithm;

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
        key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

    protected override PublicKey BuildPublicKey() => new(key);
}
