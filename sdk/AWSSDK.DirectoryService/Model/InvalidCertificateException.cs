using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The certificate is not one that the service can register.</summary>
public class InvalidCertificateException : AmazonDirectoryServiceException
{
    public InvalidCertificateException(string message)
        : base(message)
    {
    }

    public InvalidCertificateException(
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
