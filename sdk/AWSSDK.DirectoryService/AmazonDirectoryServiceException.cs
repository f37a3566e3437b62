using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>An error of AWS Directory Service.</summary>
public class AmazonDirectoryServiceException : AmazonServiceException
{
    public AmazonDirectoryServiceException(string message)
        : base(message)
    {
    }

    public AmazonDirectoryServiceException(
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
