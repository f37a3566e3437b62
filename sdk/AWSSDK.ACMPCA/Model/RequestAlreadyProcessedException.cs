using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The certificate is revoked already.</summary>
public class RequestAlreadyProcessedException : AmazonACMPCAException
{
    public RequestAlreadyProcessedException(string message)
        : base(message)
    {
    }

    public RequestAlreadyProcessedException(
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
