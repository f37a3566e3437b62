using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>A parameter is not valid.</summary>
public class InvalidParameterException : AmazonDirectoryServiceException
{
    public InvalidParameterException(string message)
        : base(message)
    {
    }

    public InvalidParameterException(
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
