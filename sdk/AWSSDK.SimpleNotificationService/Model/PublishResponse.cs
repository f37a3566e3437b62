using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The message was taken.</summary>
public partial class PublishResponse : AmazonWebServiceResponse
{
    public string MessageId { get; set; }
}
