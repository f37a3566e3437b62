using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>All LDAPS settings of a directory, fetched page by page; may be enumerated once.</summary>
public interface IDescribeLDAPSSettingsPaginator
{
    IPaginatedEnumerable<DescribeLDAPSSettingsResponse> Responses { get; }

    IPaginatedEnumerable<LDAPSSettingInfo> LDAPSSettingsInfo { get; }
}
