using System.Net;
using Amazon.Runtime;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Publishing;

/// <summary>Failures of the S3 API in this project's terms.</summary>
internal static class S3Trouble
{
    public static bool Is(Exception failure) =>
        failure is AmazonClientException or AmazonServiceException or HttpRequestException or IOException
            or OperationCanceledException;

    public static ServiceException Describe(Exception failure, string action, string subject) =>
        new(Kind(failure), $"{action} on {Printable.Value(subject)} failed ({TextOf(failure)}).", failure);

    /// <summary>Code and message, without a full stop.</summary>
    public static string TextOf(Exception failure)
    {
        var text = failure is AmazonServiceException { ErrorCode: { Length: > 0 } code } service
            ? $"{code}: {service.Message}"
            : $"{failure.GetType().Name}: {failure.Message}";
        return Printable.Value(text.TrimEnd('.'));
    }

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
