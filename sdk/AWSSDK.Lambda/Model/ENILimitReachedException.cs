using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The VPC's limit of network interfaces is reached.</summary>
public class ENILimitReachedException : AmazonLambdaException
{
    public ENILimitReachedException(string message)
        : base(message)
    {
    }

    public ENILimitReachedException(
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
