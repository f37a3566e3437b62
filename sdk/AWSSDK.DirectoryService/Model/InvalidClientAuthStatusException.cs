using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>Client authentication is in a status in which this is not possible.</summary>
public class InvalidClientAuthStatusException : AmazonDirectoryServiceException
{
    public InvalidClientAuthStatusException(string message)
        : base(message)
    {
    }

    public InvalidClientAuthStatusException(
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
