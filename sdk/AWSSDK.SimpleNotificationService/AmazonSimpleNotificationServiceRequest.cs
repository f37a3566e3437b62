using Amazon.Runtime;

namespace Amazon.SimpleNotificationService;

/// <summary>Any request to Amazon SNS.</summary>
public partial class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest;
