using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.AwsJson;

/// <summary>Reads the response of one operation, or its error.</summary>
internal sealed class ResponseReader<TResponse>(JsonService service, bool hasDocument) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        hasDocument ? JsonSerializer.Deserialize(input.Stream, service.TypeInfo<TResponse>()) : new TResponse();

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        return service.Error(error, innerException, statusCode);
    }
}
