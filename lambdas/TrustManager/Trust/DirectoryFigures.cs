using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.Trust;

/// <summary>What a run measures of a directory, by the names of <see cref="TrustManagerMetrics"/>.</summary>
public static class DirectoryFigures
{
    /// <summary>A figure that nothing can be said of is not in it.</summary>
    /// <param name="memory">In line with <paramref name="state"/>.</param>
    public static IReadOnlyDictionary<string, double> Of(
        DirectoryState state, TrustMemory memory, DesiredTrust desired, DateTimeOffset now)
    {
        var views = PurposeView.Managed(state, memory, desired, now);

        // What has its successor on the directory may end without anybody noticing.
        CaCertificate[] alone =
        [
            .. views.SelectMany(view => view.Registered()
                .Where(wanted => !view.IsSucceeded(wanted.Certificate)).Select(wanted => wanted.Certificate)),
        ];
        var figures = new Dictionary<string, double>
        {
            [TrustManagerMetrics.SuccessorsMissing] = views.Sum(view => view.WithoutSuccessor().Count()),
            [TrustManagerMetrics.CertificatesAwaitingApproval] = views.Sum(
                view => view.Withheld.Count(one => one.Kind == WithheldKind.AwaitsApproval)),
            [TrustManagerMetrics.Drift] = memory.Drift.Count(entry => entry.At >= now),
            [TrustManagerMetrics.Held] = memory.Hold?.IsOn(now) == true ? 1 : 0,
        };
        if (alone.Length > 0)
        {
            figures[TrustManagerMetrics.DaysToExpiry] =
                alone.Min(certificate => (certificate.NotAfter - now).TotalDays);
            figures[TrustManagerMetrics.DaysToLastRegistration] =
                alone.Min(certificate => (Registrability.EndsAt(certificate) - now).TotalDays);
        }

        return figures;
    }
}
