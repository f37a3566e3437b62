using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>A directory of this type cannot do this.</summary>
public class UnsupportedOperationException : AmazonDirectoryServiceException
{
    public UnsupportedOperationException(string message)
        : base(message)
    {
    }

    public UnsupportedOperationException(
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
