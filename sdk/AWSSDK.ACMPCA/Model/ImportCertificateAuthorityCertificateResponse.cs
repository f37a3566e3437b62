using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The CA has its certificate.</summary>
public partial class ImportCertificateAuthorityCertificateResponse : AmazonWebServiceResponse;
