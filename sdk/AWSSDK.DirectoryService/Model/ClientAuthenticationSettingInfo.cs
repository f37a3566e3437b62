namespace Amazon.DirectoryService.Model;

/// <summary>Whether one way of client authentication is on.</summary>
public partial class ClientAuthenticationSettingInfo
{
    public ClientAuthenticationType Type { get; set; }

    public ClientAuthenticationStatus Status { get; set; }

    public DateTime? LastUpdatedDateTime { get; set; }
}
