using Infra.Local.Endpoint;
using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Issuing;

/// <summary>Whether a CA may sign what is asked of it.</summary>
public static class IssuingRules
{
    /// <exception cref="AwsException">
    /// <c>InvalidStateException</c>, <c>InvalidArgsException</c>, <c>MalformedCSRException</c> or <c>ValidationException</c>.
    /// </exception>
    public static void Check(CertificateAuthority authority, CertificateOrder order, DateTimeOffset now)
    {
        if (order.SigningAlgorithm.IsRsa != authority.Key.IsRsa)
        {
            throw PrivateCaErrors.InvalidArgs(
                $"The certificate authority has a {authority.Configuration.KeyAlgorithm} key, which cannot sign with "
                    + $"{order.SigningAlgorithm.Name}.");
        }

        if (order.Template.IsSelfSigned)
        {
            CheckSelfSigned(authority, order, now);
            return;
        }

        authority.DemandStatus(now, "issuing certificates", AuthorityStatus.Active);
        order.Period.DemandWithin(authority, order.Template.IsCa, now);
        CheckDepth(authority, order.Template);
    }

    /// <summary>A root CA signs its own request before it has a certificate, and again to renew it.</summary>
    private static void CheckSelfSigned(CertificateAuthority authority, CertificateOrder order, DateTimeOffset now)
    {
        if (!authority.IsRoot)
        {
            throw PrivateCaErrors.InvalidArgs("The template RootCACertificate is for certificate authorities of type "
                + "ROOT; this one is SUBORDINATE.");
        }

        authority.DemandStatus(now, "issuing its own certificate", AuthorityStatus.PendingCertificate, AuthorityStatus.Active);
        if (!authority.Key.Matches(order.Request.PublicKey))
        {
            throw new AwsException(
                "MalformedCSRException", "A root certificate is made from the certificate authority's own request; send "
                    + "what GetCertificateAuthorityCsr gives.");
        }
    }

    private static void CheckDepth(CertificateAuthority authority, CertificateTemplate template)
    {
        var limit = authority.Installed!.PathLength;
        if (template.IsCa && limit is not null && (template.PathLength ?? int.MaxValue) >= limit)
        {
            throw PrivateCaErrors.InvalidArgs(
                $"The certificate authority's own path length is {limit}, so a CA below it needs a template with less "
                    + $"than that; asked was {template.Name}.");
        }
    }
}
