using Amazon.AwsClient;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <inheritdoc cref="IDescribeClientAuthenticationSettingsPaginator"/>
internal sealed class DescribeClientAuthenticationSettingsPaginator(
    IAmazonDirectoryService client, DescribeClientAuthenticationSettingsRequest request)
    : IDescribeClientAuthenticationSettingsPaginator
{
    private readonly Pages<
        DescribeClientAuthenticationSettingsRequest, DescribeClientAuthenticationSettingsResponse> _pages = new(
            nameof(IDirectoryServicePaginatorFactory.DescribeClientAuthenticationSettings),
            request,
            client.DescribeClientAuthenticationSettingsAsync,
            page => page.NextToken,
            (next, token) => next.NextToken = token);

    public IPaginatedEnumerable<DescribeClientAuthenticationSettingsResponse> Responses =>
        new PaginatedResponse<DescribeClientAuthenticationSettingsResponse>(_pages);

    public IPaginatedEnumerable<ClientAuthenticationSettingInfo> ClientAuthenticationSettingsInfo =>
        new PaginatedResultKeyResponse<DescribeClientAuthenticationSettingsResponse, ClientAuthenticationSettingInfo>(
            _pages, page => page.ClientAuthenticationSettingsInfo ?? []);
}
