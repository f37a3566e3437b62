using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function may not mount the connected S3 file system.</summary>
public class S3FilesMountFailureException : AmazonLambdaException
{
    public S3FilesMountFailureException(string message)
        : base(message)
    {
    }

    public S3FilesMountFailureException(
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
