using System.Globalization;
using Infra.TrustManager.CaRenewal.Crl;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.DirectoryTrust;

namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>What a person reads about the days to come.</summary>
public static class RenewalForecast
{
    public static IReadOnlyList<LaterLine> Later(
        CaView view, RenewalPlan plan, RenewalSettings settings, RenewalMemory memory, DateTimeOffset now) =>
    [
        .. view.Certificate is { } certificate && plan.Due is { } due && now < due
            ? new[]
            {
                new LaterLine(
                    Day(due),
                    $"reissue the certificate of CA {settings.Ca.CaId}",
                    $"it expires {settings.Reissue!.RenewBeforeDays} days later, on {Day(certificate.NotAfter)}"),
            }
            : [],
        .. settings.Reissue is null && view.Certificate is { } watched && now < watched.NotAfter
            ? new[]
            {
                new LaterLine(
                    Day(watched.NotAfter),
                    $"the certificate of CA {settings.Ca.CaId} expires",
                    "this deployment only watches it; people are told from 365 days before"),
            }
            : [],
        .. memory.WindowsTrustPending
            && memory.KnownToWindows.MaxBy(known => known.NotAfter) is { } last
            && now < last.NotAfter
            ? new[]
            {
                new LaterLine(
                    Day(last.NotAfter),
                    "sign-in fails unless the new certificate is published in Active Directory until then",
                    "the certificate that Windows knows expires"),
            }
            : [],
    ];

    public static IReadOnlyList<string> Notes(
        CaView view, RenewalPlan plan, RenewalSettings settings, RenewalMemory memory) =>
    [
        .. memory is { WindowsTrustPending: true, Current: { } current }
            ? new[] { $"nobody confirmed yet that {current.Describe()} is published in Active Directory" }
            : [],
        .. settings.Reissue is { } reissue ? RenewalDifferences.In(view, reissue).Notes() : [],
        .. plan.Refusal is null && ParentProblem.In(view) is { } problem
            ? new[] { $"the renewal will not work as it stands: {problem.Describe()}" }
            : [],
        .. plan.Refusal is null && RenewalPlan.Foreseen(view, settings.Reissue) is { } foreseen
            ? new[] { $"the renewal will not work as it stands: {foreseen.Text}" }
            : [],
        .. view.Ca is { IsRoot: true, Status: CaStatus.Expired } && settings.Reissue is not null
            ? new[]
            {
                "the root has expired, and Private CA may refuse to have it issue its own certificate; if the run "
                    + "fails, create a new root CA",
            }
            : [],
        .. CrlDrift.In(view.Ca, settings.DesiredCrl) is { } drift
            ? new[]
            {
                $"the CRL settings are not the deployed ones ({string.Join("; ", drift.Differences())}); "
                    + "the request apply puts them back",
            }
            : [],
        .. view.Certificate is null ? new[] { $"the CA is {view.Ca.Status} and has no certificate to look at" } : [],
    ];

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
