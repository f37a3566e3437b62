using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>A tag is not valid.</summary>
public class InvalidTagException : AmazonACMPCAException
{
    public InvalidTagException(string message)
        : base(message)
    {
    }

    public InvalidTagException(
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
