using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>Another change of the CA is in progress; try again.</summary>
public class ConcurrentModificationException : AmazonACMPCAException
{
    public ConcurrentModificationException(string message)
        : base(message)
    {
    }

    public ConcurrentModificationException(
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
