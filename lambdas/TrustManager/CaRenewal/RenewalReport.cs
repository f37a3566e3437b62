using Infra.TrustManager.CaRenewal.Crl;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Telling;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.CaRenewal;

/// <summary>A run in a sentence, and in figures.</summary>
public static class RenewalReport
{
    public static string Text(RenewalOutcome outcome, RenewalSettings settings)
    {
        var (ca, desiredCrl) = (settings.Ca, settings.DesiredCrl);
        if (outcome.Skipped)
        {
            return $"Another run works on CA {ca.CaId}; this one did nothing more.";
        }

        string[] sentences =
        [
            outcome.View switch
            {
                { Certificate: { } certificate } =>
                    $"CA {ca.CaId}: {certificate.Describe()} is valid until {certificate.NotAfter:yyyy-MM-dd}.",
                { Ca.Status: var status } => $"CA {ca.CaId} is {status} and has no certificate that could be read.",
                null => $"CA {ca.CaId} was not read.",
            },
            .. outcome.View is { } view && ParentProblem.In(view) is { } problem
                ? new[] { $"It cannot be renewed now: {problem.Describe()}." }
                : [],
            .. outcome.View is { } seen && CrlDrift.In(seen.Ca, desiredCrl) is { } drift
                ? new[] { $"Its CRL settings were changed: {string.Join("; ", drift.Differences())}." }
                : [],
            .. outcome.View?.Crl.Missing is { } missing ? new[] { $"It has no current CRL. {missing}" } : [],
            .. outcome.Did.Count == 0 ? [] : new[] { $"Done: {string.Join("; ", outcome.Did)}." },
            .. outcome.Failure is { } failure ? new[] { $"Failed: {failure.Reason}" } : [],
            .. outcome.Memory?.WindowsTrustPending == true
                ? new[] { "Windows does not know this certificate yet." }
                : [],
        ];
        return string.Join(' ', sentences);
    }

    /// <summary>Metrics with the CA's id as the dimension; those that could not be found out are left out.</summary>
    public static IReadOnlyCollection<Figure> Figures(RenewalOutcome outcome, DateTimeOffset at)
    {
        var (failed, pending) = (outcome.Failure is not null, outcome.Memory?.WindowsTrustPending == true);
        return
        [
            .. outcome.Skipped ? [] : new[]
            {
                new Figure(TrustManagerMetrics.RunSucceeded, failed ? 0 : 1),
                new Figure(TrustManagerMetrics.RunFailed, failed ? 1 : 0),
            },
            .. outcome.View?.Certificate is { } certificate
                ? new[]
                {
                    new Figure(
                        TrustManagerMetrics.DaysToExpiry, ExpiryLevel.Days(certificate.NotAfter, at), Figure.None),
                }
                : [],
            .. outcome.Memory is null
                ? []
                : new[] { new Figure(TrustManagerMetrics.WindowsTrustPending, pending ? 1 : 0) },
            // Without a memory nobody knows what was told before: an alarm speaks for the failure.
            new Figure(TrustManagerMetrics.MessagesLost, failed && outcome.Memory is null ? 1 : outcome.MessagesLost),
        ];
    }

    /// <summary>Of a run that does not start because of the event that it was invoked with.</summary>
    public static IReadOnlyCollection<Figure> Refused { get; } =
    [
        new Figure(TrustManagerMetrics.RunSucceeded, 0),
        new Figure(TrustManagerMetrics.RunFailed, 1),
    ];

    /// <summary>Of a run that ended as nobody expected.</summary>
    public static IReadOnlyCollection<Figure> Broken { get; } =
    [
        new Figure(TrustManagerMetrics.RunSucceeded, 0),
        new Figure(TrustManagerMetrics.RunFailed, 1),
        new Figure(TrustManagerMetrics.MessagesLost, 1),
    ];
}
