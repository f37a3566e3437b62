namespace Infra.TrustManager.CaRenewal;

/// <summary>Where a CA's certificate is published, in every mode: another tool may have replaced it.</summary>
/// <param name="CertificateUrl">Where clients download it; its path is the key in the bucket.</param>
public sealed record PublicationSettings(string Bucket, Uri CertificateUrl)
{
    private const string Extension = ".cer";

    /// <summary>What comes before <c>&lt;ca-id&gt;.cer</c> in the key.</summary>
    public string Prefix
    {
        get
        {
            var key = Uri.UnescapeDataString(CertificateUrl.AbsolutePath).TrimStart('/');
            return key[..(key.LastIndexOf('/') + 1)];
        }
    }

    /// <summary>URL of a certificate of the chain.</summary>
    /// <param name="number">1 for the issuer of the CA's certificate; the highest for the root.</param>
    public string ChainUrl(int number) => $"{$"{CertificateUrl}"[..^Extension.Length]}-chain-{number}{Extension}";
}
