namespace Amazon.DirectoryService.Model;

/// <summary>Asks whether LDAPS is on.</summary>
public partial class DescribeLDAPSSettingsRequest : AmazonDirectoryServiceRequest
{
    public string DirectoryId { get; set; }

    /// <summary>Null means every type.</summary>
    public LDAPSType Type { get; set; }

    public string NextToken { get; set; }

    /// <summary>At most this many on a page, 1 to 50.</summary>
    public int? Limit { get; set; }
}
