using System.Net;
using Amazon.Runtime;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Directories;

/// <summary>Tells the failures of Directory Service apart.</summary>
internal static class DirectoryFailures
{
    public static Task<T> CallAsync<T>(
        string operation, string directoryId, Func<Task<T>> call, CancellationToken cancellationToken) =>
        ServiceCall.RunAsync(
            call,
            failure =>
            {
                var kind = Kind(failure);
                return new ServiceException(
                    kind,
                    $"ds:{operation} on directory {directoryId} failed ({ServiceCall.TextOf(failure)})."
                    + Doubt(kind, operation),
                    failure);
            },
            cancellationToken);

    /// <summary>Directory Service answers a Region without the feature as it answers a role without permission.</summary>
    private static string Doubt(ServiceFailure kind, string operation) =>
        kind == ServiceFailure.Denied && (IsAbout(operation, "ClientAuthentication") || IsAbout(operation, "LDAPS"))
            ? $" Either the function's role is not allowed to call ds:{operation}, or the feature is not available in "
                + "this Region."
            : "";

    private static bool IsAbout(string operation, string feature) =>
        operation.Contains(feature, StringComparison.Ordinal);

    private static ServiceFailure Kind(Exception failure) => failure switch
    {
        AmazonServiceException service => Kind(service.ErrorCode ?? "", service.StatusCode),
        _ => ServiceFailure.Unavailable,
    };

    private static ServiceFailure Kind(string code, HttpStatusCode status) => code switch
    {
        "CertificateAlreadyExistsException" => ServiceFailure.CertificateExists,
        "CertificateLimitExceededException" => ServiceFailure.CertificateLimit,
        "CertificateInUseException" => ServiceFailure.CertificateInUse,
        "NoAvailableCertificateException" => ServiceFailure.NoUsableCertificate,
        "UnsupportedOperationException" => ServiceFailure.Unsupported,
        "InvalidClientAuthStatusException" or "InvalidLDAPSStatusException" => ServiceFailure.InvalidState,
        "DirectoryDoesNotExistException" or "EntityDoesNotExistException" or "CertificateDoesNotExistException" =>
            ServiceFailure.NotFound,
        "AccessDeniedException" or "AccessDenied" or "UnauthorizedOperation" => ServiceFailure.Denied,
        "ThrottlingException" or "Throttling" or "TooManyRequestsException" or "RequestLimitExceeded" =>
            ServiceFailure.Throttled,

        // The service answers the first with status 400, although it passes.
        "DirectoryUnavailableException" or "ServiceException" => ServiceFailure.Unavailable,
        _ when status == HttpStatusCode.TooManyRequests => ServiceFailure.Throttled,
        _ when status is >= HttpStatusCode.InternalServerError or 0 => ServiceFailure.Unavailable,
        _ => ServiceFailure.Rejected,
    };
}
