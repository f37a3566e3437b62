using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>There is no directory of this id.</summary>
public class DirectoryDoesNotExistException : AmazonDirectoryServiceException
{
    public DirectoryDoesNotExistException(string message)
        : base(message)
    {
    }

    public DirectoryDoesNotExistException(
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
