using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>Something that the request names does not exist: for DescribeDirectories, a directory.</summary>
public class EntityDoesNotExistException : AmazonDirectoryServiceException
{
    public EntityDoesNotExistException(string message)
        : base(message)
    {
    }

    public EntityDoesNotExistException(
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
