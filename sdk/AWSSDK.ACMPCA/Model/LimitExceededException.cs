using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>A quota is used up. AWSSDK.Core takes the code for throttling and retries first.</summary>
public class LimitExceededException : AmazonACMPCAException
{
    public LimitExceededException(string message)
        : base(message)
    {
    }

    public LimitExceededException(
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
