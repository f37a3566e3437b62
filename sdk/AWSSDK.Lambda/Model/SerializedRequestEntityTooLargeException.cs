using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The request is too large once it is serialized.</summary>
public class SerializedRequestEntityTooLargeException : AmazonLambdaException
{
    public SerializedRequestEntityTooLargeException(string message)
        : base(message)
    {
    }

    public SerializedRequestEntityTooLargeException(
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
