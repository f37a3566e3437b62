using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>A subnet of the function has no free address.</summary>
public class SubnetIPAddressLimitReachedException : AmazonLambdaException
{
    public SubnetIPAddressLimitReachedException(string message)
        : base(message)
    {
    }

    public SubnetIPAddressLimitReachedException(
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
