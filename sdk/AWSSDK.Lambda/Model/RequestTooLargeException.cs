using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The event is larger than an invocation may carry.</summary>
public class RequestTooLargeException : AmazonLambdaException
{
    public RequestTooLargeException(string message)
        : base(message)
    {
    }

    public RequestTooLargeException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
