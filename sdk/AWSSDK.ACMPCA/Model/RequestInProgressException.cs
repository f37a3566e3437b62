using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The certificate or request is not ready yet; ask again.</summary>
public class RequestInProgressException : AmazonACMPCAException
{
    public RequestInProgressException(string message)
        : base(message)
    {
    }

    public RequestInProgressException(
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
