using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.AwsJson;

/// <summary>How the pipeline writes an operation's request and reads its response.</summary>
internal static class Operation
{
    /// <summary>An operation whose response is a JSON document.</summary>
    public static InvokeOptions WithAnswer<TRequest, TResponse>(JsonService service, string name)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new()
        {
            RequestMarshaller = new RequestWriter<TRequest>(service, name),
            ResponseUnmarshaller = new ResponseReader<TResponse>(service, hasDocument: true),
        };

    /// <summary>An operation without output: whatever a successful response says is not read.</summary>
    public static InvokeOptions WithoutAnswer<TRequest, TResponse>(JsonService service, string name)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new()
        {
            RequestMarshaller = new RequestWriter<TRequest>(service, name),
            ResponseUnmarshaller = new ResponseReader<TResponse>(service, hasDocument: false),
        };
}
