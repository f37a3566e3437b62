using System.Security.Cryptography;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Activation;

/// <summary>
/// Gives a subordinate CA a certificate of its parent: CSR, issue, import. For the first certificate as for its
/// successors.
/// </summary>
public sealed class SubordinateCertificate(IPrivateCa privateCa)
{
    /// <param name="before">The certificate that this one succeeds; null for the first.</param>
    public async Task InstallAsync(
        CaActivationProperties properties,
        CertificateAndChain? before,
        ResourceWork work,
        CancellationToken cancellationToken)
    {
        var (ca, parent) = (properties.CertificateAuthorityArn, properties.ParentCertificateAuthorityArn);
        work.Progress.Doing = $"having the certificate of CA {ca.CaId} issued by CA {parent.CaId}";
        var certificate = await IssueAsync(properties, work, cancellationToken);

        work.Progress.Doing = $"installing the certificate of CA {ca.CaId}";
        await privateCa.ImportAsync(ca, certificate, cancellationToken);
        work.Log.Changed(ca.ToString(), "CA certificate", Shown(before), $"{Shown(certificate)}, issued by {parent}");
    }

    private static string Shown(CertificateAndChain? certificate) =>
        certificate is null
            ? "none"
            : $"SHA-256 {Convert.ToHexStringLower(SHA256.HashData(certificate.CertificateDer()))}";

    private async Task<CertificateAndChain> IssueAsync(
        CaActivationProperties properties, ResourceWork work, CancellationToken cancellationToken)
    {
        var (ca, parent) = (properties.CertificateAuthorityArn, properties.ParentCertificateAuthorityArn);
        var algorithm = properties.SigningAlgorithm
            ?? (await privateCa.DescribeAsync(parent, cancellationToken)).SigningAlgorithm;
        var order = new CertificateOrder(
            await privateCa.GetCsrAsync(ca, cancellationToken),
            parent.TemplateArn($"SubordinateCACertificate_PathLen{properties.PathLength}"),
            algorithm,
            ValidityPeriod.Years(properties.ValidityYears),
            IdempotencyToken.For(work.Request.Address.RequestId, "ca-certificate"));
        var arn = await privateCa.IssueAsync(parent, order, cancellationToken);
        work.Log.Noted(ca.ToString(), $"CA {parent} issued {arn}.");
        return await privateCa.GetIssuedAsync(parent, arn, cancellationToken);
    }
}
