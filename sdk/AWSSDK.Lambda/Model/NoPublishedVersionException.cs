using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function has no published version.</summary>
public class NoPublishedVersionException : AmazonLambdaException
{
    public NoPublishedVersionException(string message)
        : base(message)
    {
    }

    public NoPublishedVersionException(
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
