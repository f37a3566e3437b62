using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The key that encrypts the environment variables is disabled.</summary>
public class KMSDisabledException : AmazonLambdaException
{
    public KMSDisabledException(string message)
        : base(message)
    {
    }

    public KMSDisabledException(
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
