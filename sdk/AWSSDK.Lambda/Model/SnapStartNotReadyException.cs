using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The snapshot of the function is not ready yet.</summary>
public class SnapStartNotReadyException : AmazonLambdaException
{
    public SnapStartNotReadyException(string message)
        : base(message)
    {
    }

    public SnapStartNotReadyException(
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
