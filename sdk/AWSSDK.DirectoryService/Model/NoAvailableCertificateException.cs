using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The feature needs one valid registered certificate, and there is none.</summary>
public class NoAvailableCertificateException : AmazonDirectoryServiceException
{
    public NoAvailableCertificateException(string message)
        : base(message)
    {
    }

    public NoAvailableCertificateException(
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
