using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function's role may not set up its network in the VPC.</summary>
public class EC2AccessDeniedException : AmazonLambdaException
{
    public EC2AccessDeniedException(string message)
        : base(message)
    {
    }

    public EC2AccessDeniedException(
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
