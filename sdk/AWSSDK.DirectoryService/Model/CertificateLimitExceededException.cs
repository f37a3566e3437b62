using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The directory has as many certificates as it can hold.</summary>
public class CertificateLimitExceededException : AmazonDirectoryServiceException
{
    public CertificateLimitExceededException(string message)
        : base(message)
    {
    }

    public CertificateLimitExceededException(
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
