using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>A durable execution of this name runs already with another event.</summary>
public class DurableExecutionAlreadyStartedException : AmazonLambdaException
{
    public DurableExecutionAlreadyStartedException(string message)
        : base(message)
    {
    }

    public DurableExecutionAlreadyStartedException(
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
