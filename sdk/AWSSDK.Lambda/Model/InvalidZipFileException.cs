using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function's package cannot be unpacked.</summary>
public class InvalidZipFileException : AmazonLambdaException
{
    public InvalidZipFileException(string message)
        : base(message)
    {
    }

    public InvalidZipFileException(
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
