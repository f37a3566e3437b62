using Infra.TrustManager.Directories;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Tests.Directories;

/// <summary>A Directory Service that fails as it is told, then does what it is asked.</summary>
internal sealed class TroubledDirectory : IDirectoryService
{
    public Queue<ServiceFailure> Failures { get; set; } = new();

    public int Calls { get; private set; }

    public Task<DirectoryFacts?> FindAsync(string directoryId, CancellationToken cancellationToken) =>
        AnswerAsync<DirectoryFacts?>(new DirectoryFacts(directoryId, "corp.example.mil", "ADConnector", "Active"));

    public Task<IReadOnlyList<RegisteredCertificate>> ListCertificatesAsync(
        string directoryId, CancellationToken cancellationToken) => AnswerAsync<IReadOnlyList<RegisteredCertificate>>([]);

    public Task<RegisteredCertificate?> FindCertificateAsync(
        string directoryId, string certificateId, CancellationToken cancellationToken) =>
        AnswerAsync<RegisteredCertificate?>(null);

    public Task<string> RegisterAsync(
        string directoryId, CertificatePurpose purpose, string pem, string? ocspUrl, CancellationToken cancellationToken) =>
        AnswerAsync("c-0123456789");

    public Task DeregisterAsync(string directoryId, string certificateId, CancellationToken cancellationToken) =>
        AnswerAsync(true);

    public Task<DirectoryFeature> FindFeatureAsync(
        string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        AnswerAsync(DirectoryFeature.Off);

    public Task EnableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        AnswerAsync(true);

    public Task DisableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        AnswerAsync(true);

    private Task<T> AnswerAsync<T>(T answer)
    {
        Calls++;
        return Failures.TryDequeue(out var failure)
            ? Task.FromException<T>(new ServiceException(failure, $"It failed: {failure}."))
            : Task.FromResult(answer);
    }
}
