using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>There is no such CA or certificate.</summary>
public class ResourceNotFoundException : AmazonACMPCAException
{
    public ResourceNotFoundException(string message)
        : base(message)
    {
    }

    public ResourceNotFoundException(
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
