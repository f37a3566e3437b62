namespace Amazon.DirectoryService.Model;

/// <summary>Turns LDAPS off.</summary>
public partial class DisableLDAPSRequest : AmazonDirectoryServiceRequest
{
    public string DirectoryId { get; set; }

    public LDAPSType Type { get; set; }
}
