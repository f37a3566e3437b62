using Amazon.ACMPCA.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.ACMPCA;

/// <summary>AWS Private Certificate Authority.</summary>
public interface IAmazonACMPCA : IAmazonService, IDisposable
{
    IACMPCAPaginatorFactory Paginators { get; }

    Task<CreateCertificateAuthorityResponse> CreateCertificateAuthorityAsync(
        CreateCertificateAuthorityRequest request, CancellationToken cancellationToken = default);

    Task<DescribeCertificateAuthorityResponse> DescribeCertificateAuthorityAsync(
        DescribeCertificateAuthorityRequest request, CancellationToken cancellationToken = default);

    Task<UpdateCertificateAuthorityResponse> UpdateCertificateAuthorityAsync(
        UpdateCertificateAuthorityRequest request, CancellationToken cancellationToken = default);

    Task<GetCertificateAuthorityCertificateResponse> GetCertificateAuthorityCertificateAsync(
        GetCertificateAuthorityCertificateRequest request, CancellationToken cancellationToken = default);

    Task<GetCertificateAuthorityCsrResponse> GetCertificateAuthorityCsrAsync(
        GetCertificateAuthorityCsrRequest request, CancellationToken cancellationToken = default);

    Task<IssueCertificateResponse> IssueCertificateAsync(
        IssueCertificateRequest request, CancellationToken cancellationToken = default);

    Task<GetCertificateResponse> GetCertificateAsync(
        GetCertificateRequest request, CancellationToken cancellationToken = default);

    Task<ImportCertificateAuthorityCertificateResponse> ImportCertificateAuthorityCertificateAsync(
        ImportCertificateAuthorityCertificateRequest request, CancellationToken cancellationToken = default);

    Task<RevokeCertificateResponse> RevokeCertificateAsync(
        RevokeCertificateRequest request, CancellationToken cancellationToken = default);

    Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default);

    Task<TagCertificateAuthorityResponse> TagCertificateAuthorityAsync(
        TagCertificateAuthorityRequest request, CancellationToken cancellationToken = default);

    Task<UntagCertificateAuthorityResponse> UntagCertificateAuthorityAsync(
        UntagCertificateAuthorityRequest request, CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonACMPCAConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonACMPCAClient(awsCredentials, (AmazonACMPCAConfig)clientConfig);
}
