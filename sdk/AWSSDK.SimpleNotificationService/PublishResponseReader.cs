using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

/// <summary>Reads the XML document that answers <c>Publish</c>, or its error.</summary>
internal sealed class PublishResponseReader : XmlResponseUnmarshaller
{
    /// <summary>Depth as the context counts it: the root element is 1, wherever the first read ended.</summary>
    private const int ChildOfRoot = 2;

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var response = new PublishResponse();
        input.Read();
        var root = input.CurrentDepth;
        while (input.ReadAtDepth(root))
        {
            if (!input.IsStartElement)
            {
                continue;
            }

            if (input.TestExpression("PublishResult/MessageId", ChildOfRoot))
            {
                response.MessageId = StringUnmarshaller.Instance.Unmarshall(input);
            }
            else if (input.TestExpression("ResponseMetadata", ChildOfRoot))
            {
                response.ResponseMetadata = ResponseMetadataUnmarshaller.Instance.Unmarshall(input);
            }
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        PublishErrors.Exception(XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input), innerException, statusCode);
}
