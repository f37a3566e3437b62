using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>One page of the ways of client authentication.</summary>
public partial class DescribeClientAuthenticationSettingsResponse : AmazonWebServiceResponse
{
    public List<ClientAuthenticationSettingInfo> ClientAuthenticationSettingsInfo { get; set; }

    public string NextToken { get; set; }
}
