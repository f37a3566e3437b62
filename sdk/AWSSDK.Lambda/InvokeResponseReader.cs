using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda;

/// <summary>Reads the response of <c>Invoke</c>: the body is what the function said, whatever it is.</summary>
internal sealed class InvokeResponseReader : JsonResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var payload = new MemoryStream();
        input.Stream.CopyTo(payload);
        payload.Position = 0;
        return new InvokeResponse
        {
            Payload = payload,
            ExecutedVersion = Header(input, "X-Amz-Executed-Version"),
            FunctionError = Header(input, "X-Amz-Function-Error"),
            LogResult = Header(input, "X-Amz-Log-Result"),
            StatusCode = (int)input.ResponseData.StatusCode,
        };
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        LambdaErrors.Read(input, innerException, statusCode);

    private static string Header(JsonUnmarshallerContext input, string name) =>
        input.ResponseData.IsHeaderPresent(name) ? input.ResponseData.GetHeaderValue(name) : null;
}
