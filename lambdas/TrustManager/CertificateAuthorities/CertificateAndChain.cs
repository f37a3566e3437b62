using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>A certificate and what leads from it to its root, both PEM.</summary>
/// <param name="Chain">Issuer first, root last, without the certificate itself; null for a root CA.</param>
public sealed record CertificateAndChain(string Certificate, string? Chain)
{
    /// <summary>DER of the certificate.</summary>
    public byte[] CertificateDer() => Blocks(Certificate)[0];

    /// <summary>DER of each certificate of the chain, in its order.</summary>
    public IReadOnlyList<byte[]> ChainDer() => Blocks(Chain ?? "");

    private static List<byte[]> Blocks(string pem)
    {
        var blocks = new List<byte[]>();
        ReadOnlySpan<char> rest = pem;
        while (PemEncoding.TryFind(rest, out var fields))
        {
            // Loading refuses whatever is labelled a certificate and is none.
            using var certificate = X509Certificate2.CreateFromPem(rest[fields.Location]);
            blocks.Add(certificate.RawData);
            rest = rest[fields.Location.End..];
        }

        return blocks;
    }
}
