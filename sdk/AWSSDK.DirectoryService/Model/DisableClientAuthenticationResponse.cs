using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>Client authentication is off.</summary>
public partial class DisableClientAuthenticationResponse : AmazonWebServiceResponse;
