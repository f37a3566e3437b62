using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The token does not name a page.</summary>
public class InvalidNextTokenException : AmazonDirectoryServiceException
{
    public InvalidNextTokenException(string message)
        : base(message)
    {
    }

    public InvalidNextTokenException(
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
