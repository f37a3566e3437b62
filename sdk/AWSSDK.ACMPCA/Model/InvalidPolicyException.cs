using System.Net;
using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The bucket policy does not let the service write the CRL.</summary>
public class InvalidPolicyException : AmazonACMPCAException
{
    public InvalidPolicyException(string message)
        : base(message)
    {
    }

    public InvalidPolicyException(
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
