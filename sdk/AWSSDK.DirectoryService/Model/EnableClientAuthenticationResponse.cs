using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>Client authentication is on.</summary>
public partial class EnableClientAuthenticationResponse : AmazonWebServiceResponse;
