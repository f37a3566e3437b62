using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Restoring the snapshot of the function took too long.</summary>
public class SnapStartTimeoutException : AmazonLambdaException
{
    public SnapStartTimeoutException(string message)
        : base(message)
    {
    }

    public SnapStartTimeoutException(
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
