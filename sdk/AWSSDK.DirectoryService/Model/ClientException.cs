using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The request is wrong in a way that no other error names.</summary>
public class ClientException : AmazonDirectoryServiceException
{
    public ClientException(string message)
        : base(message)
    {
    }

    public ClientException(
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
