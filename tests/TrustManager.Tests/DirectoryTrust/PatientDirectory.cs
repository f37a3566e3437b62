using Infra.TrustManager.Directories;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>A directory whose passing failures are waited out, except where a repetition is not the same.</summary>
internal sealed class PatientDirectory(IDirectoryService directory, Patience patience) : IDirectoryService
{
    public Task<DirectoryFacts?> FindAsync(string directoryId, CancellationToken cancellationToken) =>
        patience.AskAsync(token => directory.FindAsync(directoryId, token), cancellationToken);

    public Task<IReadOnlyList<RegisteredCertificate>> ListCertificatesAsync(
        string directoryId, CancellationToken cancellationToken) =>
        patience.AskAsync(token => directory.ListCertificatesAsync(directoryId, token), cancellationToken);

    public Task<RegisteredCertificate?> FindCertificateAsync(
        string directoryId, string certificateId, CancellationToken cancellationToken) =>
        patience.AskAsync(token => directory.FindCertificateAsync(directoryId, certificateId, token), cancellationToken);

    public Task<string> RegisterAsync(
        string directoryId, CertificatePurpose purpose, string pem, string? ocspUrl, CancellationToken cancellationToken) =>
        directory.RegisterAsync(directoryId, purpose, pem, ocspUrl, cancellationToken);

    public Task DeregisterAsync(string directoryId, string certificateId, CancellationToken cancellationToken) =>
        patience.DoAsync(token => directory.DeregisterAsync(directoryId, certificateId, token), cancellationToken);

    public Task<DirectoryFeature> FindFeatureAsync(
        string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        patience.AskAsync(token => directory.FindFeatureAsync(directoryId, purpose, token), cancellationToken);

    public Task EnableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        patience.DoAsync(token => directory.EnableAsync(directoryId, purpose, token), cancellationToken);

    public Task DisableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        patience.DoAsync(token => directory.DisableAsync(directoryId, purpose, token), cancellationToken);
}
