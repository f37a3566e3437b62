using Amazon.AwsClient;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <inheritdoc cref="IListCertificatesPaginator"/>
internal sealed class ListCertificatesPaginator(
    IAmazonDirectoryService client, ListCertificatesRequest request) : IListCertificatesPaginator
{
    private readonly Pages<ListCertificatesRequest, ListCertificatesResponse> _pages = new(
        nameof(IDirectoryServicePaginatorFactory.ListCertificates),
        request,
        client.ListCertificatesAsync,
        page => page.NextToken,
        (next, token) => next.NextToken = token);

    public IPaginatedEnumerable<ListCertificatesResponse> Responses =>
        new PaginatedResponse<ListCertificatesResponse>(_pages);

    public IPaginatedEnumerable<CertificateInfo> CertificatesInfo =>
        new PaginatedResultKeyResponse<ListCertificatesResponse, CertificateInfo>(
            _pages, page => page.CertificatesInfo ?? []);
}
