using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <inheritdoc cref="IListTagsPaginator"/>
internal sealed class ListTagsPaginator(IAmazonACMPCA client, ListTagsRequest request)
    : IPaginator<ListTagsResponse>, IListTagsPaginator
{
    private bool _started;

    public IPaginatedEnumerable<ListTagsResponse> Responses => new PaginatedResponse<ListTagsResponse>(this);

    public IPaginatedEnumerable<Tag> Tags =>
        new PaginatedResultKeyResponse<ListTagsResponse, Tag>(this, page => page.Tags ?? []);

    async IAsyncEnumerable<ListTagsResponse> IPaginator<ListTagsResponse>.PaginateAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_started)
        {
            throw new InvalidOperationException(
                "The tags have been enumerated already; ask Paginators.ListTags for a new enumeration.");
        }

        _started = true;
        PaginatorUtils.SetUserAgentAdditionOnRequest(request);
        ListTagsResponse page;
        do
        {
            page = await client.ListTagsAsync(request, cancellationToken);
            request.NextToken = page.NextToken;
            yield return page;
        }
        while (!string.IsNullOrEmpty(page.NextToken));
    }
}
