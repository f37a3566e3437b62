using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The change was accepted.</summary>
public partial class UpdateCertificateAuthorityResponse : AmazonWebServiceResponse;
