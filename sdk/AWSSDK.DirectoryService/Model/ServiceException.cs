using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The service failed; the same call may succeed later.</summary>
public class ServiceException : AmazonDirectoryServiceException
{
    public ServiceException(string message)
        : base(message)
    {
    }

    public ServiceException(
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
