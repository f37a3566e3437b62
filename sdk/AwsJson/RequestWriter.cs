using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.AwsJson;

/// <summary>Writes the request of one operation.</summary>
internal sealed class RequestWriter<TRequest>(JsonService service, string operation)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var content = new PooledContentStream();
        using (var json = new Utf8JsonWriter(content.BufferWriter))
        {
            JsonSerializer.Serialize(json, (TRequest)input, service.TypeInfo<TRequest>());
        }

        return new DefaultRequest(input, service.Name)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            ContentStream = content,
            Headers =
            {
                ["X-Amz-Target"] = $"{service.TargetPrefix}.{operation}",
                ["Content-Type"] = "application/x-amz-json-1.1",
                [HeaderKeys.XAmzApiVersion] = service.ApiVersion,
            },
        };
    }
}
