namespace Amazon.DirectoryService.Model;

/// <summary>Lets people sign in with smart cards.</summary>
public partial class EnableClientAuthenticationRequest : AmazonDirectoryServiceRequest
{
    public string DirectoryId { get; set; }

    public ClientAuthenticationType Type { get; set; }
}
