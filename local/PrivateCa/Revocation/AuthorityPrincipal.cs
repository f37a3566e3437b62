using Infra.Local.Iam;
using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>Private CA as buckets see it when it acts for one CA.</summary>
public static class AuthorityPrincipal
{
    private const string ServiceName = "acm-pca.amazonaws.com";

    public static Principal.Service Of(CertificateAuthority authority) => Of(authority.Arn);

    /// <summary>The account is the fifth part of the ARN.</summary>
    public static Principal.Service Of(string authorityArn) => new(ServiceName, authorityArn, authorityArn.Split(':')[4]);
}
