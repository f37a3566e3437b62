using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The service could not do it.</summary>
public class RequestFailedException : AmazonACMPCAException
{
    public RequestFailedException(string message)
        : base(message)
    {
    }

    public RequestFailedException(
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
