using Amazon.AwsClient;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <inheritdoc cref="IListTagsPaginator"/>
internal sealed class ListTagsPaginator(IAmazonACMPCA client, ListTagsRequest request) : IListTagsPaginator
{
    private readonly Pages<ListTagsRequest, ListTagsResponse> _pages = new(
        nameof(IACMPCAPaginatorFactory.ListTags),
        request,
        client.ListTagsAsync,
        page => page.NextToken,
        (next, token) => next.NextToken = token);

    public IPaginatedEnumerable<ListTagsResponse> Responses => new PaginatedResponse<ListTagsResponse>(_pages);

    public IPaginatedEnumerable<Tag> Tags =>
        new PaginatedResultKeyResponse<ListTagsResponse, Tag>(_pages, page => page.Tags ?? []);
}
