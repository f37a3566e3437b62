using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The certificate serves LDAPS, which has to be disabled before it can be removed.</summary>
public class CertificateInUseException : AmazonDirectoryServiceException
{
    public CertificateInUseException(string message)
        : base(message)
    {
    }

    public CertificateInUseException(
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
