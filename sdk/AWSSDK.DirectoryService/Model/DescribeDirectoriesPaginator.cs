using Amazon.AwsClient;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <inheritdoc cref="IDescribeDirectoriesPaginator"/>
internal sealed class DescribeDirectoriesPaginator(
    IAmazonDirectoryService client, DescribeDirectoriesRequest request) : IDescribeDirectoriesPaginator
{
    private readonly Pages<DescribeDirectoriesRequest, DescribeDirectoriesResponse> _pages = new(
        nameof(IDirectoryServicePaginatorFactory.DescribeDirectories),
        request,
        client.DescribeDirectoriesAsync,
        page => page.NextToken,
        (next, token) => next.NextToken = token);

    public IPaginatedEnumerable<DescribeDirectoriesResponse> Responses =>
        new PaginatedResponse<DescribeDirectoriesResponse>(_pages);

    public IPaginatedEnumerable<DirectoryDescription> DirectoryDescriptions =>
        new PaginatedResultKeyResponse<DescribeDirectoriesResponse, DirectoryDescription>(
            _pages, page => page.DirectoryDescriptions ?? []);
}
