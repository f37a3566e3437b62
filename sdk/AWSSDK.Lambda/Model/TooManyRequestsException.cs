using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>More requests than the account or the function may get; the SDK has tried again already.</summary>
public class TooManyRequestsException : AmazonLambdaException
{
    public TooManyRequestsException(string message)
        : base(message)
    {
    }

    public TooManyRequestsException(
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
