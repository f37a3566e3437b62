namespace Amazon.DirectoryService.Model;

/// <summary>Asks how clients authenticate with certificates.</summary>
public partial class DescribeClientAuthenticationSettingsRequest : AmazonDirectoryServiceRequest
{
    public string DirectoryId { get; set; }

    /// <summary>Null means every type.</summary>
    public ClientAuthenticationType Type { get; set; }

    public string NextToken { get; set; }

    /// <summary>At most this many on a page, 1 to 50.</summary>
    public int? Limit { get; set; }
}
