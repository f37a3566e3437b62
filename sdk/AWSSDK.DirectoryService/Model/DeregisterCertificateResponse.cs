using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The certificate is on its way out.</summary>
public partial class DeregisterCertificateResponse : AmazonWebServiceResponse;
