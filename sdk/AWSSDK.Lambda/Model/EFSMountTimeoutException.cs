using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Mounting the connected file system took too long.</summary>
public class EFSMountTimeoutException : AmazonLambdaException
{
    public EFSMountTimeoutException(string message)
        : base(message)
    {
    }

    public EFSMountTimeoutException(
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
