using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The certificate is registered in this directory already.</summary>
public class CertificateAlreadyExistsException : AmazonDirectoryServiceException
{
    public CertificateAlreadyExistsException(string message)
        : base(message)
    {
    }

    public CertificateAlreadyExistsException(
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
