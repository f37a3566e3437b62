namespace Amazon.DirectoryService.Model;

/// <summary>Turns LDAPS on.</summary>
public partial class EnableLDAPSRequest : AmazonDirectoryServiceRequest
{
    public string DirectoryId { get; set; }

    public LDAPSType Type { get; set; }
}
