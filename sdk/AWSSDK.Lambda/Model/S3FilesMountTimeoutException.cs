using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Mounting the connected S3 file system took too long.</summary>
public class S3FilesMountTimeoutException : AmazonLambdaException
{
    public S3FilesMountTimeoutException(string message)
        : base(message)
    {
    }

    public S3FilesMountTimeoutException(
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
