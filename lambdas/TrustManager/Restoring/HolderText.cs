using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.Restoring;

/// <summary>What messages say about a CA that another stack holds.</summary>
public static class HolderText
{
    /// <summary>What was seen and what to do; nothing was changed.</summary>
    public static string Of(CertificateAuthority ca, string holder)
    {
        var place = ca.Revocation.Crl is { Enabled: true, S3BucketName: { } bucket } ? $"bucket '{bucket}'" : "no bucket";
        return $"CA {ca.Arn.CaId} is held by {Stack(holder)}: its tag {CaHolderTag.Key} is {holder}. It publishes its "
            + $"CRLs to {place} now. Two stacks cannot manage one CA. Remove the CA from that stack first, then deploy "
            + "again. If that stack no longer exists, see 'A CA whose stack no longer exists' in docs/runbook.md.";
    }

    /// <summary>The stack's name ends in the name of its environment.</summary>
    private static string Stack(string holder) =>
        holder.Split('/') is [_, var name, ..]
            ? name.Split('-', 2) is [_, var environment]
                ? $"stack {name} (environment {environment})"
                : $"stack {name}"
            : "a stack whose ARN cannot be read";
}
