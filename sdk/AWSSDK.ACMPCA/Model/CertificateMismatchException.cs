using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The imported certificate does not belong to the CA's request.</summary>
public class CertificateMismatchException : AmazonACMPCAException
{
    public CertificateMismatchException(string message)
        : base(message)
    {
    }

    public CertificateMismatchException(
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
