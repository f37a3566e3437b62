using Amazon.Runtime;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Retrying;

/// <summary>The one place that decides what a failed call to a service is: whatever it throws.</summary>
/// <remarks>
/// No list of types. The clients, their retries, the network, TLS and the credentials have thrown a dozen, a
/// <see cref="TimeoutException"/> among them; one that a list lacked ended the whole run without a response.
/// </remarks>
internal static class ServiceCall
{
    /// <param name="call">Only the call itself: everything that it throws is described as a failure of the service.</param>
    /// <exception cref="ServiceException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<T> RunAsync<T>(
        Func<Task<T>> call, Func<Exception, ServiceException> describe, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (failure is not ServiceException)
        {
            // What a call throws while it is given up says nothing about the service.
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException("The call was given up.", failure, cancellationToken)
                : describe(failure);
        }
    }

    /// <summary>Error code or type, and message, on one line and without a full stop.</summary>
    public static string TextOf(Exception failure) => Printable.Value(
        (failure is AmazonServiceException { ErrorCode: { Length: > 0 } code }
            ? $"{code}: {failure.Message}"
            : $"{failure.GetType().Name}: {failure.Message}").TrimEnd('.'));
}
