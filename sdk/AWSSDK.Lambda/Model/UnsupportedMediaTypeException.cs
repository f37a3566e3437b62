using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The event is not JSON by its content type.</summary>
public class UnsupportedMediaTypeException : AmazonLambdaException
{
    public UnsupportedMediaTypeException(string message)
        : base(message)
    {
    }

    public UnsupportedMediaTypeException(
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
