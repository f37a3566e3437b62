using Amazon.ACMPCA;
using Amazon.ACMPCA.Model;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>Tags over the API of Private CA.</summary>
public sealed class AcmCaTags(IAmazonACMPCA client) : ICaTags
{
    /// <summary>Most tags of a CA (API Reference, TagCertificateAuthority), so that one page has them all.</summary>
    private const int MostTags = 50;

    public Task<string?> FindAsync(CaArn ca, string key, CancellationToken cancellationToken) =>
        AcmFailures.CallAsync(
            "ListTags",
            ca,
            async () =>
            {
                var request = new ListTagsRequest { CertificateAuthorityArn = ca.ToString(), MaxResults = MostTags };
                var response = await client.ListTagsAsync(request, cancellationToken);
                return (response.Tags ?? []).Find(tag => tag.Key == key)?.Value;
            },
            cancellationToken);

    public Task SetAsync(CaArn ca, string key, string value, CancellationToken cancellationToken) =>
        AcmFailures.CallAsync(
            "TagCertificateAuthority",
            ca,
            () => client.TagCertificateAuthorityAsync(
                new TagCertificateAuthorityRequest
                {
                    CertificateAuthorityArn = ca.ToString(),
                    Tags = [new Tag { Key = key, Value = value }],
                },
                cancellationToken),
            cancellationToken);

    public Task RemoveAsync(CaArn ca, string key, string value, CancellationToken cancellationToken) =>
        AcmFailures.CallAsync(
            "UntagCertificateAuthority",
            ca,
            () => client.UntagCertificateAuthorityAsync(
                new UntagCertificateAuthorityRequest
                {
                    CertificateAuthorityArn = ca.ToString(),
                    Tags = [new Tag { Key = key, Value = value }],
                },
                cancellationToken),
            cancellationToken);
}
