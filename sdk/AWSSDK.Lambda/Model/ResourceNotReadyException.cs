using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function cannot be invoked yet.</summary>
public class ResourceNotReadyException : AmazonLambdaException
{
    public ResourceNotReadyException(string message)
        : base(message)
    {
    }

    public ResourceNotReadyException(
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
