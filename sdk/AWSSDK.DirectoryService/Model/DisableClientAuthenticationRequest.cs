namespace Amazon.DirectoryService.Model;

/// <summary>Stops people from signing in with smart cards.</summary>
public partial class DisableClientAuthenticationRequest : AmazonDirectoryServiceRequest
{
    public string DirectoryId { get; set; }

    public ClientAuthenticationType Type { get; set; }
}
