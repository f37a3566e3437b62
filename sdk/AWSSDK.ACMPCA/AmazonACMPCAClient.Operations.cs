using Amazon.ACMPCA.Model;
using Amazon.AwsJson;
using Amazon.Runtime.Internal;

namespace Amazon.ACMPCA;

public partial class AmazonACMPCAClient
{
    private static readonly JsonService Service = new(
        "Amazon.ACMPCA", "ACMPrivateCA", AmazonACMPCAConfig.ApiVersion, AcmPcaJson.Default, AcmPcaErrors.Exception);

    private static readonly InvokeOptions CreateCertificateAuthority =
        Operation.WithAnswer<CreateCertificateAuthorityRequest, CreateCertificateAuthorityResponse>(Service, nameof(CreateCertificateAuthority));

    private static readonly InvokeOptions DescribeCertificateAuthority =
        Operation.WithAnswer<DescribeCertificateAuthorityRequest, DescribeCertificateAuthorityResponse>(Service, nameof(DescribeCertificateAuthority));

    private static readonly InvokeOptions UpdateCertificateAuthority =
        Operation.WithoutAnswer<UpdateCertificateAuthorityRequest, UpdateCertificateAuthorityResponse>(Service, nameof(UpdateCertificateAuthority));

    private static readonly InvokeOptions GetCertificateAuthorityCertificate =
        Operation.WithAnswer<GetCertificateAuthorityCertificateRequest, GetCertificateAuthorityCertificateResponse>(Service, nameof(GetCertificateAuthorityCertificate));

    private static readonly InvokeOptions GetCertificateAuthorityCsr =
        Operation.WithAnswer<GetCertificateAuthorityCsrRequest, GetCertificateAuthorityCsrResponse>(Service, nameof(GetCertificateAuthorityCsr));

    private static readonly InvokeOptions IssueCertificate =
        Operation.WithAnswer<IssueCertificateRequest, IssueCertificateResponse>(Service, nameof(IssueCertificate));

    private static readonly InvokeOptions GetCertificate =
        Operation.WithAnswer<GetCertificateRequest, GetCertificateResponse>(Service, nameof(GetCertificate));

    private static readonly InvokeOptions ImportCertificateAuthorityCertificate =
        Operation.WithoutAnswer<ImportCertificateAuthorityCertificateRequest, ImportCertificateAuthorityCertificateResponse>(Service, nameof(ImportCertificateAuthorityCertificate));

    private static readonly InvokeOptions RevokeCertificate =
        Operation.WithoutAnswer<RevokeCertificateRequest, RevokeCertificateResponse>(Service, nameof(RevokeCertificate));

    private static readonly InvokeOptions ListTags =
        Operation.WithAnswer<ListTagsRequest, ListTagsResponse>(Service, nameof(ListTags));

    private static readonly InvokeOptions TagCertificateAuthority =
        Operation.WithoutAnswer<TagCertificateAuthorityRequest, TagCertificateAuthorityResponse>(Service, nameof(TagCertificateAuthority));

    private static readonly InvokeOptions UntagCertificateAuthority =
        Operation.WithoutAnswer<UntagCertificateAuthorityRequest, UntagCertificateAuthorityResponse>(Service, nameof(UntagCertificateAuthority));

    public virtual Task<CreateCertificateAuthorityResponse> CreateCertificateAuthorityAsync(
        CreateCertificateAuthorityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateCertificateAuthorityResponse>(request, CreateCertificateAuthority, cancellationToken);

    public virtual Task<DescribeCertificateAuthorityResponse> DescribeCertificateAuthorityAsync(
        DescribeCertificateAuthorityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeCertificateAuthorityResponse>(request, DescribeCertificateAuthority, cancellationToken);

    public virtual Task<UpdateCertificateAuthorityResponse> UpdateCertificateAuthorityAsync(
        UpdateCertificateAuthorityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateCertificateAuthorityResponse>(request, UpdateCertificateAuthority, cancellationToken);

    public virtual Task<GetCertificateAuthorityCertificateResponse> GetCertificateAuthorityCertificateAsync(
        GetCertificateAuthorityCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetCertificateAuthorityCertificateResponse>(request, GetCertificateAuthorityCertificate, cancellationToken);

    public virtual Task<GetCertificateAuthorityCsrResponse> GetCertificateAuthorityCsrAsync(
        GetCertificateAuthorityCsrRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetCertificateAuthorityCsrResponse>(request, GetCertificateAuthorityCsr, cancellationToken);

    public virtual Task<IssueCertificateResponse> IssueCertificateAsync(
        IssueCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<IssueCertificateResponse>(request, IssueCertificate, cancellationToken);

    public virtual Task<GetCertificateResponse> GetCertificateAsync(
        GetCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetCertificateResponse>(request, GetCertificate, cancellationToken);

    public virtual Task<ImportCertificateAuthorityCertificateResponse> ImportCertificateAuthorityCertificateAsync(
        ImportCertificateAuthorityCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ImportCertificateAuthorityCertificateResponse>(request, ImportCertificateAuthorityCertificate, cancellationToken);

    public virtual Task<RevokeCertificateResponse> RevokeCertificateAsync(
        RevokeCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RevokeCertificateResponse>(request, RevokeCertificate, cancellationToken);

    public virtual Task<ListTagsResponse> ListTagsAsync(
        ListTagsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTagsResponse>(request, ListTags, cancellationToken);

    public virtual Task<TagCertificateAuthorityResponse> TagCertificateAuthorityAsync(
        TagCertificateAuthorityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagCertificateAuthorityResponse>(request, TagCertificateAuthority, cancellationToken);

    public virtual Task<UntagCertificateAuthorityResponse> UntagCertificateAuthorityAsync(
        UntagCertificateAuthorityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagCertificateAuthorityResponse>(request, UntagCertificateAuthority, cancellationToken);
}
