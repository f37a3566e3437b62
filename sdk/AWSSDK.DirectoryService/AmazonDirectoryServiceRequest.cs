using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>Any request to AWS Directory Service.</summary>
public partial class AmazonDirectoryServiceRequest : AmazonWebServiceRequest;
