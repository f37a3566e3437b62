using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The certificate is not well formed.</summary>
public class MalformedCertificateException : AmazonACMPCAException
{
    public MalformedCertificateException(string message)
        : base(message)
    {
    }

    public MalformedCertificateException(
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
