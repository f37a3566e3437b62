using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The tags are removed.</summary>
public partial class UntagCertificateAuthorityResponse : AmazonWebServiceResponse;
