namespace Amazon.DirectoryService.Model;

/// <summary>How certificates of a CA are checked when somebody signs in with one.</summary>
public partial class ClientCertAuthSettings
{
    public string OCSPUrl { get; set; }
}
