using Amazon.DirectoryService;
using Amazon.DirectoryService.Model;
using ServiceException = Infra.TrustManager.Retrying.ServiceException;
using ServiceFailure = Infra.TrustManager.Retrying.ServiceFailure;

namespace Infra.TrustManager.Directories;

/// <summary>AWS Directory Service over its API.</summary>
public sealed class AwsDirectoryService(IAmazonDirectoryService client) : IDirectoryService
{
    /// <summary>Certificates per page, the API's largest.</summary>
    private const int PageSize = 50;

    /// <summary>Most pages that are read; a directory holds 105 certificates at most, some on their way out.</summary>
    private const int MaxPages = 100;

    private readonly DirectorySwitches _switches = new(client);

    public Task<DirectoryFacts?> FindAsync(string directoryId, CancellationToken cancellationToken) =>
        FindAsync(
            "DescribeDirectories",
            directoryId,
            async () =>
            {
                var request = new DescribeDirectoriesRequest { DirectoryIds = [directoryId] };
                var response = await client.DescribeDirectoriesAsync(request, cancellationToken);
                return (response.DirectoryDescriptions ?? []).Select(DirectoryModel.Read).FirstOrDefault();
            },
            cancellationToken);

    public async Task<IReadOnlyList<RegisteredCertificate>> ListCertificatesAsync(
        string directoryId, CancellationToken cancellationToken)
    {
        var certificates = new List<RegisteredCertificate>();
        string? next = null;
        for (var page = 1; page <= MaxPages; page++)
        {
            var request = new ListCertificatesRequest { DirectoryId = directoryId, Limit = PageSize, NextToken = next };
            var response = await DirectoryFailures.CallAsync(
                "ListCertificates",
                directoryId,
                () => client.ListCertificatesAsync(request, cancellationToken),
                cancellationToken);
            certificates.AddRange(
                (response.CertificatesInfo ?? []).Select(DirectoryModel.Read).OfType<RegisteredCertificate>());
            next = response.NextToken;
            if (string.IsNullOrEmpty(next))
            {
                return certificates;
            }
        }

        throw new ServiceException(
            ServiceFailure.Rejected,
            $"ds:ListCertificates on directory {directoryId} goes on after {MaxPages} pages; a directory has no more "
            + "than three. Without a complete list nothing can be changed safely: try again later.");
    }

    public Task<RegisteredCertificate?> FindCertificateAsync(
        string directoryId, string certificateId, CancellationToken cancellationToken) =>
        FindAsync(
            "DescribeCertificate",
            directoryId,
            async () =>
            {
                var request = new DescribeCertificateRequest
                {
                    DirectoryId = directoryId,
                    CertificateId = certificateId,
                };
                var response = await client.DescribeCertificateAsync(request, cancellationToken);
                return response.Certificate is { } found ? DirectoryModel.Read(found) : null;
            },
            cancellationToken);

    public Task<string> RegisterAsync(
        string directoryId,
        CertificatePurpose purpose,
        string pem,
        string? ocspUrl,
        CancellationToken cancellationToken) =>
        DirectoryFailures.CallAsync(
            "RegisterCertificate",
            directoryId,
            async () =>
            {
                var request = new RegisterCertificateRequest
                {
                    DirectoryId = directoryId,
                    CertificateData = pem,
                    Type = DirectoryModel.Write(purpose),
                    ClientCertAuthSettings = ocspUrl is null ? null : new ClientCertAuthSettings { OCSPUrl = ocspUrl },
                };
                return (await client.RegisterCertificateAsync(request, cancellationToken)).CertificateId;
            },
            cancellationToken);

    public Task DeregisterAsync(string directoryId, string certificateId, CancellationToken cancellationToken) =>
        DirectoryFailures.CallAsync(
            "DeregisterCertificate",
            directoryId,
            async () =>
            {
                try
                {
                    var request = new DeregisterCertificateRequest
                    {
                        DirectoryId = directoryId,
                        CertificateId = certificateId,
                    };
                    await client.DeregisterCertificateAsync(request, cancellationToken);
                    return true;
                }
                catch (CertificateDoesNotExistException)
                {
                    return false;
                }
            },
            cancellationToken);

    public Task<DirectoryFeature> FindFeatureAsync(
        string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        _switches.FindAsync(directoryId, purpose, cancellationToken);

    public Task EnableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        _switches.SetAsync(directoryId, purpose, on: true, cancellationToken);

    public Task DisableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        _switches.SetAsync(directoryId, purpose, on: false, cancellationToken);

    private static Task<T?> FindAsync<T>(
        string operation, string directoryId, Func<Task<T?>> call, CancellationToken cancellationToken)
        where T : class =>
        DirectoryFailures.CallAsync(
            operation,
            directoryId,
            async () =>
            {
                try
                {
                    return await call();
                }
                catch (AmazonDirectoryServiceException absent)
                    when (absent is EntityDoesNotExistException or CertificateDoesNotExistException)
                {
                    return null;
                }
            },
            cancellationToken);
}
