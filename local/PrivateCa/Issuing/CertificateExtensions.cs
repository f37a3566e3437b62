using System.Security.Cryptography.X509Certificates;
using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Issuing;

/// <summary>Which extensions a certificate gets.</summary>
/// <remarks>
/// The template's own come first, then the caller's, then those of the certificate request; a later one of the same kind is
/// dropped (Private CA user guide, "Template order of operations").
/// </remarks>
public static class CertificateExtensions
{
    /// <summary>Extensions that speak for the CA and are never taken from a certificate request.</summary>
    private static readonly HashSet<string> OnlyFromCa =
        ["2.5.29.14", "2.5.29.19", "2.5.29.31", "2.5.29.35", "2.5.29.46", "1.3.6.1.5.5.7.1.1"];

    public static IEnumerable<X509Extension> Of(CertificateOrder order, CertificateAuthority authority, string region)
    {
        var template = order.Template;
        return OfTemplate(template)
            .Concat(OfAuthority(order, authority, region))
            .Concat(template.TakesFromApi ? order.Passthrough.Extensions : [])
            .Concat(order.Request.CertificateExtensions.Where(extension => IsTaken(extension, template)))
            .DistinctBy(extension => extension.Oid!.Value);
    }

    private static IEnumerable<X509Extension> OfTemplate(CertificateTemplate template)
    {
        yield return new X509BasicConstraintsExtension(
            template.IsCa, template.PathLength is not null, template.PathLength ?? 0, critical: template.IsCa);
        if (template.KeyUsage != X509KeyUsageFlags.None)
        {
            yield return new X509KeyUsageExtension(template.KeyUsage, critical: true);
        }

        if (template.Purposes.Count > 0)
        {
            yield return ExtendedKeyUsages.ToExtension(template.Purposes, template.ArePurposesCritical);
        }
    }

    private static IEnumerable<X509Extension> OfAuthority(
        CertificateOrder order, CertificateAuthority authority, string region)
    {
        yield return new X509SubjectKeyIdentifierExtension(order.Request.PublicKey, critical: false);
        if (order.Template.IsSelfSigned)
        {
            // A root is trusted, not checked: nobody but itself could revoke it.
            yield break;
        }

        yield return X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(authority.Installed!.KeyIdentifier);
        if (order.CrlUrl is { } url)
        {
            yield return CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([url], critical: false);
        }

        var ocsp = authority.Revocation.Ocsp;
        if (ocsp.Enabled)
        {
            var host = ocsp.CustomCname ?? $"ocsp.acm-pca.{region}.amazonaws.com";
            yield return new X509AuthorityInformationAccessExtension([$"http://{host}"], caIssuersUris: null, critical: false);
        }
    }

    private static bool IsTaken(X509Extension extension, CertificateTemplate template) =>
        extension.Oid!.Value == SubjectAlternativeNames.Oid || (template.TakesFromCsr && !OnlyFromCa.Contains(extension.Oid.Value!));
}
