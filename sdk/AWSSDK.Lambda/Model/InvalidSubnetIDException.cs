using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>A subnet of the function does not exist.</summary>
public class InvalidSubnetIDException : AmazonLambdaException
{
    public InvalidSubnetIDException(string message)
        : base(message)
    {
    }

    public InvalidSubnetIDException(
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
