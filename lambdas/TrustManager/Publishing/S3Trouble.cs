using System.Net;
using Amazon.Runtime;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Publishing;

/// <summary>Failures of the S3 API in this project's terms.</summary>
internal static class S3Trouble
{
    public static ServiceException Describe(Exception failure, string action, string subject) =>
        new(Kind(failure), $"{action} on {Printable.Value(subject)} failed ({ServiceCall.TextOf(failure)}).", failure);

    private static ServiceFailure Kind(Exception failure) => failure switch
    {
        AmazonServiceException { ErrorCode: "SlowDown" or "ThrottlingException" or "RequestLimitExceeded" } =>
            ServiceFailure.Throttled,
        AmazonServiceException { StatusCode: HttpStatusCode.NotFound } => ServiceFailure.NotFound,
        AmazonServiceException { StatusCode: HttpStatusCode.Forbidden } => ServiceFailure.Denied,
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError or 0 } => ServiceFailure.Unavailable,
        AmazonServiceException => ServiceFailure.Rejected,
        _ => ServiceFailure.Unavailable,
    };
}
