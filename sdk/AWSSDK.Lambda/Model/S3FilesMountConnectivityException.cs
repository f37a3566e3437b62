using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function could not reach the connected S3 file system.</summary>
public class S3FilesMountConnectivityException : AmazonLambdaException
{
    public S3FilesMountConnectivityException(string message)
        : base(message)
    {
    }

    public S3FilesMountConnectivityException(
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
