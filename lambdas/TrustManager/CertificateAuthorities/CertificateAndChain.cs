using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>A certificate and what leads from it to its root, both PEM.</summary>
/// <param name="Chain">Issuer first, root last, without the certificate itself; null for a root CA.</param>
public sealed record CertificateAndChain(string Certificate, string? Chain)
{
    /// <summary>DER of the certificate.</summary>
    /// <exception cref="ServiceException">It cannot be read.</exception>
    public byte[] CertificateDer() => Blocks(Certificate)[0];

    /// <summary>DER of each certificate of the chain, in its order.</summary>
    /// <exception cref="ServiceException">One cannot be read.</exception>
    public IReadOnlyList<byte[]> ChainDer() => string.IsNullOrWhiteSpace(Chain) ? [] : Blocks(Chain);

    private static List<byte[]> Blocks(string pem)
    {
        var text = SourceText.Read("The PEM", pem);
        return text.Problems.Count == 0
            ? text.Certificates.Select(certificate => certificate.Certificate.RawData).ToList()
            : throw new ServiceException(
                ServiceFailure.Rejected,
                $"AWS Private CA returned a certificate that cannot be read: {string.Join(" ", text.Problems)}");
    }
}
