using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function may not mount the connected file system.</summary>
public class EFSMountFailureException : AmazonLambdaException
{
    public EFSMountFailureException(string message)
        : base(message)
    {
    }

    public EFSMountFailureException(
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
