using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>A security group of the function does not exist.</summary>
public class InvalidSecurityGroupIDException : AmazonLambdaException
{
    public InvalidSecurityGroupIDException(string message)
        : base(message)
    {
    }

    public InvalidSecurityGroupIDException(
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
