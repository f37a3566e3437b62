using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda;

/// <summary>Reads one page of functions.</summary>
internal sealed class ListFunctionsResponseReader : JsonResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        JsonSerializer.Deserialize(input.Stream, LambdaJson.Default.ListFunctionsResponse);

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        LambdaErrors.Read(input, innerException, statusCode);
}
