using System.Net;
using Amazon.Runtime;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>Tells the failures of Private CA apart.</summary>
internal static class AcmFailures
{
    public static Task<T> CallAsync<T>(
        string operation, CaArn ca, Func<Task<T>> call, CancellationToken cancellationToken) =>
        ServiceCall.RunAsync(
            call,
            failure => new ServiceException(
                Kind(failure),
                $"acm-pca:{operation} on CA {ca.CaId} failed ({ServiceCall.TextOf(failure)}).",
                failure),
            cancellationToken);

    internal static ServiceFailure Kind(Exception failure) => failure switch
    {
        AmazonServiceException service => Kind(service.ErrorCode ?? "", service.Message, service.StatusCode),
        _ => ServiceFailure.Unavailable,
    };

    private static ServiceFailure Kind(string code, string message, HttpStatusCode status) => code switch
    {
        "ResourceNotFoundException" => ServiceFailure.NotFound,
        "InvalidStateException" => ServiceFailure.InvalidState,
        "ConcurrentModificationException" => ServiceFailure.ConcurrentModification,
        "RequestInProgressException" => ServiceFailure.InProgress,
        "AccessDeniedException" or "AccessDenied" or "UnauthorizedOperation" => ServiceFailure.Denied,
        "ThrottlingException" or "Throttling" or "TooManyRequestsException" or "RequestLimitExceeded" =>
            ServiceFailure.Throttled,

        // Not in the service's model: the text, as users of the API report it, is all there is to go by.
        "ValidationException" when IsAboutBucket(message) => ServiceFailure.BucketPermission,
        _ when status == HttpStatusCode.TooManyRequests => ServiceFailure.Throttled,
        _ when status is >= HttpStatusCode.InternalServerError or 0 => ServiceFailure.Unavailable,
        _ => ServiceFailure.Rejected,
    };

    private static bool IsAboutBucket(string message) =>
        message.Contains("S3 bucket", StringComparison.OrdinalIgnoreCase)
        || message.Contains("'s3:", StringComparison.OrdinalIgnoreCase);
}
