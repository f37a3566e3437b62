using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The certificate request is not well formed.</summary>
public class MalformedCSRException : AmazonACMPCAException
{
    public MalformedCSRException(string message)
        : base(message)
    {
    }

    public MalformedCSRException(
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
