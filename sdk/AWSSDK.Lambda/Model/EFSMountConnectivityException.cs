using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function could not reach the connected file system.</summary>
public class EFSMountConnectivityException : AmazonLambdaException
{
    public EFSMountConnectivityException(string message)
        : base(message)
    {
    }

    public EFSMountConnectivityException(
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
