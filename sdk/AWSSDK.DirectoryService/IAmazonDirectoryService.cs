using Amazon.DirectoryService.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.DirectoryService;

/// <summary>AWS Directory Service.</summary>
public interface IAmazonDirectoryService : IAmazonService, IDisposable
{
    IDirectoryServicePaginatorFactory Paginators { get; }

    Task<RegisterCertificateResponse> RegisterCertificateAsync(
        RegisterCertificateRequest request, CancellationToken cancellationToken = default);

    Task<DescribeCertificateResponse> DescribeCertificateAsync(
        DescribeCertificateRequest request, CancellationToken cancellationToken = default);

    Task<ListCertificatesResponse> ListCertificatesAsync(
        ListCertificatesRequest request, CancellationToken cancellationToken = default);

    Task<DeregisterCertificateResponse> DeregisterCertificateAsync(
        DeregisterCertificateRequest request, CancellationToken cancellationToken = default);

    Task<EnableClientAuthenticationResponse> EnableClientAuthenticationAsync(
        EnableClientAuthenticationRequest request, CancellationToken cancellationToken = default);

    Task<DisableClientAuthenticationResponse> DisableClientAuthenticationAsync(
        DisableClientAuthenticationRequest request, CancellationToken cancellationToken = default);

    Task<DescribeClientAuthenticationSettingsResponse> DescribeClientAuthenticationSettingsAsync(
        DescribeClientAuthenticationSettingsRequest request, CancellationToken cancellationToken = default);

    Task<EnableLDAPSResponse> EnableLDAPSAsync(
        EnableLDAPSRequest request, CancellationToken cancellationToken = default);

    Task<DisableLDAPSResponse> DisableLDAPSAsync(
        DisableLDAPSRequest request, CancellationToken cancellationToken = default);

    Task<DescribeLDAPSSettingsResponse> DescribeLDAPSSettingsAsync(
        DescribeLDAPSSettingsRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDirectoriesResponse> DescribeDirectoriesAsync(
        DescribeDirectoriesRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDirectoriesResponse> DescribeDirectoriesAsync(CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonDirectoryServiceConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonDirectoryServiceClient(awsCredentials, (AmazonDirectoryServiceConfig)clientConfig);
}
