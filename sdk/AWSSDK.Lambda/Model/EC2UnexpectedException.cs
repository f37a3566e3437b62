using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Amazon EC2 failed while Lambda set up the function's network.</summary>
public class EC2UnexpectedException : AmazonLambdaException
{
    public EC2UnexpectedException(string message)
        : base(message)
    {
    }

    public EC2UnexpectedException(
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
