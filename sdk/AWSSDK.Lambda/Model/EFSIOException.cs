using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Reading or writing the connected file system failed.</summary>
public class EFSIOException : AmazonLambdaException
{
    public EFSIOException(string message)
        : base(message)
    {
    }

    public EFSIOException(
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
