using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The request is not allowed for this CA.</summary>
public class InvalidRequestException : AmazonACMPCAException
{
    public InvalidRequestException(string message)
        : base(message)
    {
    }

    public InvalidRequestException(
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
