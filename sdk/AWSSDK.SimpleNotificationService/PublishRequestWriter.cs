using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

/// <summary>Writes a <see cref="PublishRequest"/> as the form of the AWS Query protocol; null is not sent.</summary>
internal sealed class PublishRequestWriter : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var publish = (PublishRequest)input;
        var request = new DefaultRequest(publish, "Amazon.SimpleNotificationService");
        Add(request, "Action", "Publish");
        Add(request, "Version", AmazonSimpleNotificationServiceConfig.ApiVersion);
        Add(request, nameof(publish.Message), publish.Message);
        Add(request, nameof(publish.Subject), publish.Subject);
        Add(request, nameof(publish.TopicArn), publish.TopicArn);
        return request;
    }

    private static void Add(DefaultRequest request, string name, string value)
    {
        if (value is not null)
        {
            request.Parameters.Add(name, value);
        }
    }
}
