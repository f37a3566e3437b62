using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>An error of AWS Private CA.</summary>
public class AmazonACMPCAException : AmazonServiceException
{
    public AmazonACMPCAException(string message)
        : base(message)
    {
    }

    public AmazonACMPCAException(
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
