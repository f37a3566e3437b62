using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The directory has no certificate of this id.</summary>
public class CertificateDoesNotExistException : AmazonDirectoryServiceException
{
    public CertificateDoesNotExistException(string message)
        : base(message)
    {
    }

    public CertificateDoesNotExistException(
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
