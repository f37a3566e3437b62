using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Amazon EC2 throttled Lambda while it set up the function's network.</summary>
public class EC2ThrottledException : AmazonLambdaException
{
    public EC2ThrottledException(string message)
        : base(message)
    {
    }

    public EC2ThrottledException(
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
