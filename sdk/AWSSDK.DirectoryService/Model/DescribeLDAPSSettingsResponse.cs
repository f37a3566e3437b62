using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>One page of the LDAPS settings.</summary>
public partial class DescribeLDAPSSettingsResponse : AmazonWebServiceResponse
{
    public List<LDAPSSettingInfo> LDAPSSettingsInfo { get; set; }

    public string NextToken { get; set; }
}
