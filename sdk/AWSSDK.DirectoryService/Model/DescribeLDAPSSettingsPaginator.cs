using Amazon.AwsClient;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <inheritdoc cref="IDescribeLDAPSSettingsPaginator"/>
internal sealed class DescribeLDAPSSettingsPaginator(
    IAmazonDirectoryService client, DescribeLDAPSSettingsRequest request) : IDescribeLDAPSSettingsPaginator
{
    private readonly Pages<DescribeLDAPSSettingsRequest, DescribeLDAPSSettingsResponse> _pages = new(
        nameof(IDirectoryServicePaginatorFactory.DescribeLDAPSSettings),
        request,
        client.DescribeLDAPSSettingsAsync,
        page => page.NextToken,
        (next, token) => next.NextToken = token);

    public IPaginatedEnumerable<DescribeLDAPSSettingsResponse> Responses =>
        new PaginatedResponse<DescribeLDAPSSettingsResponse>(_pages);

    public IPaginatedEnumerable<LDAPSSettingInfo> LDAPSSettingsInfo =>
        new PaginatedResultKeyResponse<DescribeLDAPSSettingsResponse, LDAPSSettingInfo>(
            _pages, page => page.LDAPSSettingsInfo ?? []);
}
