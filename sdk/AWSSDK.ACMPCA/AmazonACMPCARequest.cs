using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Any request to AWS Private CA.</summary>
public partial class AmazonACMPCARequest : AmazonWebServiceRequest;
