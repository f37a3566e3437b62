using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The certificate is revoked.</summary>
public partial class RevokeCertificateResponse : AmazonWebServiceResponse;
