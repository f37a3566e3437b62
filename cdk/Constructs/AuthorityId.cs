using Amazon.CDK;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>The last part of a CA's ARN, which names its objects in the CRL bucket.</summary>
internal static class AuthorityId
{
    /// <summary>Only CloudFormation knows the ARN of a CA that it creates.</summary>
    public static string Of(string authorityArn) => Token.IsUnresolved(authorityArn)
        ? Fn.Select(1, Fn.Split("/", authorityArn))
        : CertificateAuthorityArn.IdOf(authorityArn);
}
