using System.Net;
using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>LDAPS is in a status in which this is not possible.</summary>
public class InvalidLDAPSStatusException : AmazonDirectoryServiceException
{
    public InvalidLDAPSStatusException(string message)
        : base(message)
    {
    }

    public InvalidLDAPSStatusException(
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
