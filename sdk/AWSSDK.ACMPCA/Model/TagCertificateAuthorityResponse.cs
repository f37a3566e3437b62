using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The tags are added.</summary>
public partial class TagCertificateAuthorityResponse : AmazonWebServiceResponse;
