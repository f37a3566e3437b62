using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The CA's status does not allow this.</summary>
public class InvalidStateException : AmazonACMPCAException
{
    public InvalidStateException(string message)
        : base(message)
    {
    }

    public InvalidStateException(
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
