using System.Globalization;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.Lambda;

/// <summary>Writes an <see cref="InvokeRequest"/>: the event is the body as it is, everything else a header.</summary>
internal sealed class InvokeRequestWriter : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var invoke = (InvokeRequest)input;
        if (string.IsNullOrEmpty(invoke.FunctionName))
        {
            throw new AmazonLambdaException("Request object does not have required field FunctionName set");
        }

        var payload = invoke.PayloadStream ?? new MemoryStream();
        var request = new DefaultRequest(invoke, "Amazon.Lambda")
        {
            HttpMethod = "POST",
            ResourcePath = "/2015-03-31/functions/{FunctionName}/invocations",
            ContentStream = payload,
            UseQueryString = true,
            Headers =
            {
                [HeaderKeys.XAmzApiVersion] = AmazonLambdaConfig.ApiVersion,
                [HeaderKeys.ContentLengthHeader] = payload.Length.ToString(CultureInfo.InvariantCulture),
            },
        };
        request.AddPathResource("{FunctionName}", invoke.FunctionName);
        AddHeader(request, HeaderKeys.ContentTypeHeader, payload.Length > 0 ? "binary/octet-stream" : null);
        AddHeader(request, "X-Amz-Invocation-Type", invoke.InvocationType);
        AddHeader(request, "X-Amz-Log-Type", invoke.LogType);
        return request;
    }

    private static void AddHeader(DefaultRequest request, string name, string value)
    {
        if (value is not null)
        {
            request.Headers[name] = value;
        }
    }
}
