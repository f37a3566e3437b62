using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function's runtime is not supported.</summary>
public class InvalidRuntimeException : AmazonLambdaException
{
    public InvalidRuntimeException(string message)
        : base(message)
    {
    }

    public InvalidRuntimeException(
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
