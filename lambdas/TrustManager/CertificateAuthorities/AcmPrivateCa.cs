using System.Text;
using Amazon.ACMPCA;
using Amazon.ACMPCA.Model;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>AWS Private CA over its API.</summary>
public sealed class AcmPrivateCa(IAmazonACMPCA client) : IPrivateCa
{
    public Task<CertificateAuthority> DescribeAsync(CaArn ca, CancellationToken cancellationToken) =>
        AcmFailures.CallAsync(
            "DescribeCertificateAuthority",
            ca,
            async () =>
            {
                var request = new DescribeCertificateAuthorityRequest { CertificateAuthorityArn = ca.ToString() };
                var response = await client.DescribeCertificateAuthorityAsync(request, cancellationToken);
                return AcmModel.Read(ca, response.CertificateAuthority);
            },
            cancellationToken);

    public Task ConfigureRevocationAsync(CaArn ca, RevocationSettings settings, CancellationToken cancellationToken) =>
        UpdateAsync(
            ca,
            new UpdateCertificateAuthorityRequest { RevocationConfiguration = AcmModel.Write(settings) },
            cancellationToken);

    public Task SetStatusAsync(CaArn ca, string status, CancellationToken cancellationToken) =>
        UpdateAsync(ca, new UpdateCertificateAuthorityRequest { Status = status }, cancellationToken);

    public Task<CertificateAndChain> GetCaCertificateAsync(CaArn ca, CancellationToken cancellationToken) =>
        AcmFailures.CallAsync(
            "GetCertificateAuthorityCertificate",
            ca,
            async () =>
            {
                var request = new GetCertificateAuthorityCertificateRequest { CertificateAuthorityArn = ca.ToString() };
                var response = await client.GetCertificateAuthorityCertificateAsync(request, cancellationToken);
                return new CertificateAndChain(response.Certificate, response.CertificateChain);
            },
            cancellationToken);

    public Task<string> GetCsrAsync(CaArn ca, CancellationToken cancellationToken) =>
        AcmFailures.CallAsync(
            "GetCertificateAuthorityCsr",
            ca,
            async () =>
            {
                var request = new GetCertificateAuthorityCsrRequest { CertificateAuthorityArn = ca.ToString() };
                return (await client.GetCertificateAuthorityCsrAsync(request, cancellationToken)).Csr;
            },
            cancellationToken);

    public Task<string> IssueAsync(CaArn ca, CertificateOrder order, CancellationToken cancellationToken) =>
        AcmFailures.CallAsync(
            "IssueCertificate",
            ca,
            async () =>
            {
                using var csr = Utf8(order.Csr);
                var request = new IssueCertificateRequest
                {
                    CertificateAuthorityArn = ca.ToString(),
                    Csr = csr,
                    TemplateArn = order.TemplateArn,
                    SigningAlgorithm = order.SigningAlgorithm,
                    Validity = new Validity { Value = order.Validity.Value, Type = order.Validity.Unit },
                    ApiPassthrough = AcmModel.Write(order.Extensions),
                    IdempotencyToken = order.IdempotencyToken,
                };
                return (await client.IssueCertificateAsync(request, cancellationToken)).CertificateArn;
            },
            cancellationToken);

    public Task<CertificateAndChain> GetIssuedAsync(CaArn ca, string certificateArn, CancellationToken cancellationToken) =>
        AcmFailures.CallAsync(
            "GetCertificate",
            ca,
            async () =>
            {
                var request = new GetCertificateRequest
                {
                    CertificateAuthorityArn = ca.ToString(),
                    CertificateArn = certificateArn,
                };
                var response = await client.GetCertificateAsync(request, cancellationToken);
                return new CertificateAndChain(response.Certificate, response.CertificateChain);
            },
            cancellationToken);

    public Task ImportAsync(CaArn ca, CertificateAndChain certificate, CancellationToken cancellationToken) =>
        AcmFailures.CallAsync(
            "ImportCertificateAuthorityCertificate",
            ca,
            async () =>
            {
                using var body = Utf8(certificate.Certificate);
                using var chain = certificate.Chain is null ? null : Utf8(certificate.Chain);
                var request = new ImportCertificateAuthorityCertificateRequest
                {
                    CertificateAuthorityArn = ca.ToString(),
                    Certificate = body,
                    CertificateChain = chain,
                };
                return await client.ImportCertificateAuthorityCertificateAsync(request, cancellationToken);
            },
            cancellationToken);

    private static MemoryStream Utf8(string pem) => new(Encoding.UTF8.GetBytes(pem), writable: false);

    private Task<UpdateCertificateAuthorityResponse> UpdateAsync(
        CaArn ca, UpdateCertificateAuthorityRequest request, CancellationToken cancellationToken)
    {
        request.CertificateAuthorityArn = ca.ToString();
        return AcmFailures.CallAsync(
            "UpdateCertificateAuthority",
            ca,
            () => client.UpdateCertificateAuthorityAsync(request, cancellationToken),
            cancellationToken);
    }
}
