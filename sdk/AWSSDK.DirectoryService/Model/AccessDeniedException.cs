using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The caller may not do this.</summary>
public class AccessDeniedException : AmazonDirectoryServiceException
{
    public AccessDeniedException(string message)
        : base(message)
    {
    }

    public AccessDeniedException(
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
