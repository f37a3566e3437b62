using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>All ways of client authentication of a directory, fetched page by page; may be enumerated once.</summary>
public interface IDescribeClientAuthenticationSettingsPaginator
{
    IPaginatedEnumerable<DescribeClientAuthenticationSettingsResponse> Responses { get; }

    IPaginatedEnumerable<ClientAuthenticationSettingInfo> ClientAuthenticationSettingsInfo { get; }
}
