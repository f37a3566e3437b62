using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The ARN is malformed.</summary>
public class InvalidArnException : AmazonACMPCAException
{
    public InvalidArnException(string message)
        : base(message)
    {
    }

    public InvalidArnException(
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
