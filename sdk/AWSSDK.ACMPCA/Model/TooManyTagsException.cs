using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The CA would have more than 50 tags.</summary>
public class TooManyTagsException : AmazonACMPCAException
{
    public TooManyTagsException(string message)
        : base(message)
    {
    }

    public TooManyTagsException(
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
