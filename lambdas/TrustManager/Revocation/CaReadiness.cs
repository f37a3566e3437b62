using System.Globalization;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.Revocation;

/// <summary>
/// Whether a CA's state allows its revocation settings to be changed, and what to do where it does not.
/// </summary>
public static class CaReadiness
{
    /// <summary>What stands in the way, or null.</summary>
    public static string? Problem(CertificateAuthority ca) => ca.TakesChanges
        ? null
        : $"CA {ca.Arn.CaId} is {ca.Status}; its CRL settings can be changed while it is ACTIVE or DISABLED. Nothing "
            + "was changed. "
            + NextStep(ca);

    private static string NextStep(CertificateAuthority ca) => ca.Status switch
    {
        CaStatus.Creating => "It is still being made: wait until it has its certificate, then deploy again.",
        CaStatus.PendingCertificate => "Install its certificate, then deploy again.",
        CaStatus.Expired => "Its certificate is past notAfter: renew it, or name another CA in the environment file.",
        CaStatus.Deleted => ca.RestorableUntil is { } until
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Restore it (possible until {until:yyyy-MM-dd}), or name another CA in the environment file.")
            : "Name another CA in the environment file.",
        CaStatus.Failed =>
            $"It could not be made ({ca.FailureReason ?? "no reason given"}): create another and name that in the environment file.",
        _ => "Name another CA in the environment file.",
    };
}
