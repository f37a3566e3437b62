using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>A snapshot of the function could not be restored.</summary>
public class SnapStartException : AmazonLambdaException
{
    public SnapStartException(string message)
        : base(message)
    {
    }

    public SnapStartException(
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
