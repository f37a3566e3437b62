using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The key that encrypts the environment variables does not exist.</summary>
public class KMSNotFoundException : AmazonLambdaException
{
    public KMSNotFoundException(string message)
        : base(message)
    {
    }

    public KMSNotFoundException(
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
