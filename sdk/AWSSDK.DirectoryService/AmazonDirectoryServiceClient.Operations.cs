using Amazon.AwsJson;
using Amazon.DirectoryService.Model;
using Amazon.Runtime.Internal;

namespace Amazon.DirectoryService;

public partial class AmazonDirectoryServiceClient
{
    private static readonly JsonService Service = new(
        "Amazon.DirectoryService",
        "DirectoryService_20150416",
        AmazonDirectoryServiceConfig.ApiVersion,
        DirectoryServiceJson.Default,
        DirectoryServiceErrors.Exception);

    private static readonly InvokeOptions RegisterCertificate =
        Operation.WithAnswer<RegisterCertificateRequest, RegisterCertificateResponse>(
            Service, nameof(RegisterCertificate));

    private static readonly InvokeOptions DescribeCertificate =
        Operation.WithAnswer<DescribeCertificateRequest, DescribeCertificateResponse>(
            Service, nameof(DescribeCertificate));

    private static readonly InvokeOptions ListCertificates =
        Operation.WithAnswer<ListCertificatesRequest, ListCertificatesResponse>(
            Service, nameof(ListCertificates));

    private static readonly InvokeOptions DeregisterCertificate =
        Operation.WithoutAnswer<DeregisterCertificateRequest, DeregisterCertificateResponse>(
            Service, nameof(DeregisterCertificate));

    private static readonly InvokeOptions EnableClientAuthentication =
        Operation.WithoutAnswer<EnableClientAuthenticationRequest, EnableClientAuthenticationResponse>(
            Service, nameof(EnableClientAuthentication));

    private static readonly InvokeOptions DisableClientAuthentication =
        Operation.WithoutAnswer<DisableClientAuthenticationRequest, DisableClientAuthenticationResponse>(
            Service, nameof(DisableClientAuthentication));

    private static readonly InvokeOptions DescribeClientAuthenticationSettings =
        Operation.WithAnswer<DescribeClientAuthenticationSettingsRequest, DescribeClientAuthenticationSettingsResponse>(
            Service, nameof(DescribeClientAuthenticationSettings));

    private static readonly InvokeOptions EnableLDAPS =
        Operation.WithoutAnswer<EnableLDAPSRequest, EnableLDAPSResponse>(
            Service, nameof(EnableLDAPS));

    private static readonly InvokeOptions DisableLDAPS =
        Operation.WithoutAnswer<DisableLDAPSRequest, DisableLDAPSResponse>(
            Service, nameof(DisableLDAPS));

    private static readonly InvokeOptions DescribeLDAPSSettings =
        Operation.WithAnswer<DescribeLDAPSSettingsRequest, DescribeLDAPSSettingsResponse>(
            Service, nameof(DescribeLDAPSSettings));

    private static readonly InvokeOptions DescribeDirectories =
        Operation.WithAnswer<DescribeDirectoriesRequest, DescribeDirectoriesResponse>(
            Service, nameof(DescribeDirectories));

    public virtual Task<RegisterCertificateResponse> RegisterCertificateAsync(
        RegisterCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RegisterCertificateResponse>(request, RegisterCertificate, cancellationToken);

    public virtual Task<DescribeCertificateResponse> DescribeCertificateAsync(
        DescribeCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeCertificateResponse>(request, DescribeCertificate, cancellationToken);

    public virtual Task<ListCertificatesResponse> ListCertificatesAsync(
        ListCertificatesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListCertificatesResponse>(request, ListCertificates, cancellationToken);

    public virtual Task<DeregisterCertificateResponse> DeregisterCertificateAsync(
        DeregisterCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeregisterCertificateResponse>(request, DeregisterCertificate, cancellationToken);

    public virtual Task<EnableClientAuthenticationResponse> EnableClientAuthenticationAsync(
        EnableClientAuthenticationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<EnableClientAuthenticationResponse>(request, EnableClientAuthentication, cancellationToken);

    public virtual Task<DisableClientAuthenticationResponse> DisableClientAuthenticationAsync(
        DisableClientAuthenticationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DisableClientAuthenticationResponse>(request, DisableClientAuthentication, cancellationToken);

    public virtual Task<DescribeClientAuthenticationSettingsResponse> DescribeClientAuthenticationSettingsAsync(
        DescribeClientAuthenticationSettingsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeClientAuthenticationSettingsResponse>(
            request, DescribeClientAuthenticationSettings, cancellationToken);

    public virtual Task<EnableLDAPSResponse> EnableLDAPSAsync(
        EnableLDAPSRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<EnableLDAPSResponse>(request, EnableLDAPS, cancellationToken);

    public virtual Task<DisableLDAPSResponse> DisableLDAPSAsync(
        DisableLDAPSRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DisableLDAPSResponse>(request, DisableLDAPS, cancellationToken);

    public virtual Task<DescribeLDAPSSettingsResponse> DescribeLDAPSSettingsAsync(
        DescribeLDAPSSettingsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLDAPSSettingsResponse>(request, DescribeLDAPSSettings, cancellationToken);

    public virtual Task<DescribeDirectoriesResponse> DescribeDirectoriesAsync(
        DescribeDirectoriesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeDirectoriesResponse>(request, DescribeDirectories, cancellationToken);

    public virtual Task<DescribeDirectoriesResponse> DescribeDirectoriesAsync(
        CancellationToken cancellationToken = default) =>
        DescribeDirectoriesAsync(new DescribeDirectoriesRequest(), cancellationToken);
}
