using System.Runtime.ExceptionServices;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Directories;

/// <summary>A Directory Service whose passing failures are waited out.</summary>
public sealed class PatientDirectoryService(IDirectoryService inner, Patience patience) : IDirectoryService
{
    public Task<DirectoryFacts?> FindAsync(string directoryId, CancellationToken cancellationToken) =>
        patience.AskAsync(token => inner.FindAsync(directoryId, token), cancellationToken);

    public Task<IReadOnlyList<RegisteredCertificate>> ListCertificatesAsync(
        string directoryId, CancellationToken cancellationToken) =>
        patience.AskAsync(token => inner.ListCertificatesAsync(directoryId, token), cancellationToken);

    public Task<RegisteredCertificate?> FindCertificateAsync(
        string directoryId, string certificateId, CancellationToken cancellationToken) =>
        patience.AskAsync(token => inner.FindCertificateAsync(directoryId, certificateId, token), cancellationToken);

    /// <remarks>
    /// After a lost answer the certificate may be registered under an id that nobody knows yet: the caller has to look,
    /// not this class to ask again. A throttled call did nothing and is repeated.
    /// </remarks>
    public async Task<string> RegisterAsync(
        string directoryId,
        CertificatePurpose purpose,
        string pem,
        string? ocspUrl,
        CancellationToken cancellationToken)
    {
        var (id, lost) = await patience.AskAsync<(string Id, ServiceException? Lost)>(
            async token =>
            {
                try
                {
                    return (await inner.RegisterAsync(directoryId, purpose, pem, ocspUrl, token), null);
                }
                catch (ServiceException failure) when (failure.Failure == ServiceFailure.Unavailable)
                {
                    return ("", failure);
                }
            },
            cancellationToken);
        if (lost is not null)
        {
            ExceptionDispatchInfo.Throw(lost);
        }

        return id;
    }

    public Task DeregisterAsync(string directoryId, string certificateId, CancellationToken cancellationToken) =>
        patience.DoAsync(token => inner.DeregisterAsync(directoryId, certificateId, token), cancellationToken);

    public Task<DirectoryFeature> FindFeatureAsync(
        string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        patience.AskAsync(token => inner.FindFeatureAsync(directoryId, purpose, token), cancellationToken);

    public Task EnableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        patience.DoAsync(token => inner.EnableAsync(directoryId, purpose, token), cancellationToken);

    public Task DisableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        patience.DoAsync(token => inner.DisableAsync(directoryId, purpose, token), cancellationToken);
}
