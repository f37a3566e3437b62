using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>An argument, or several together, are not valid.</summary>
public class InvalidArgsException : AmazonACMPCAException
{
    public InvalidArgsException(string message)
        : base(message)
    {
    }

    public InvalidArgsException(
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
