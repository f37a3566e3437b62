using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Lambda stopped a loop in which the function invokes itself.</summary>
public class RecursiveInvocationException : AmazonLambdaException
{
    public RecursiveInvocationException(string message)
        : base(message)
    {
    }

    public RecursiveInvocationException(
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
