using Infra.Cdk.Configuration;

namespace Infra.Cdk.Stacks;

/// <summary>What an output says about the deletion of the stacks, before someone deletes them.</summary>
internal static class RemovalText
{
    /// <remarks>
    /// The last CRL is written before the deletion and ends at most its validity later. How many certificates name the
    /// host, neither Private CA's API nor its CRLs say.
    /// </remarks>
    public static string Of(EnvironmentSettings settings, string host)
    {
        var days = settings.CertificateAuthority.CrlExpirationDays;
        var gone = settings.CertificateAuthority.RestoreOnDelete ?? false
            ? "The CA then gets its earlier CRL settings back and writes no CRL here."
            : "The CA then goes on writing CRLs to the bucket, which stays, but nothing serves them.";
        return $"{gone} Sign-in with certificates that name http://{host}/ fails {days} days after the deletion at the "
            + "latest. An audit report of the CA (aws acm-pca create-certificate-authority-audit-report) lists them.";
    }
}
