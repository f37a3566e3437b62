using System.Globalization;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Memory;

/// <summary>Writes down what was done and what was noticed, in the same change of the memory as the effect.</summary>
public static class HistoryChanges
{
    public static TrustMemory Noting(this TrustMemory memory, Occasion occasion, string what, string why) => memory with
    {
        History =
        [
            .. memory.History.TakeLast(TrustMemory.MaxHistory - 1),
            new HistoryEntry(occasion.At, what, why, occasion.Request) { By = occasion.By },
        ],
    };

    /// <summary>As <see cref="Noting"/>, of what was seen in a source and not done.</summary>
    public static TrustMemory Noticing(this TrustMemory memory, Occasion occasion, string what, string why)
    {
        var over = memory.History.Count(entry => entry.IsNotice) - TrustMemory.MaxNotices + 1;
        var oldest = memory.History.Where(entry => entry.IsNotice).Take(Math.Max(0, over)).ToHashSet();
        var history = memory.History.Where(entry => !oldest.Contains(entry));
        return memory with
        {
            History =
            [
                .. history.TakeLast(TrustMemory.MaxHistory - 1),
                new HistoryEntry(occasion.At, what, why, occasion.Request) { IsNotice = true },
            ],
        };
    }

    /// <summary>As <see cref="Noting"/>, of something that somebody else did.</summary>
    public static TrustMemory Drifting(
        this TrustMemory memory, Occasion occasion, CertificatePurpose purpose, string subject, string what)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"drift/{purpose}/{subject}/{occasion.At:yyyy-MM-dd}");
        if (memory.Drift.Any(entry => entry.Key == key))
        {
            return memory;
        }

        return memory.Noting(occasion with { By = null }, what, "no run of ours did it") with
        {
            Drift =
            [
                .. memory.Drift.Where(entry => entry.At > occasion.At - DriftEntry.Kept)
                    .TakeLast(DriftEntry.MaxEntries - 1),
                new DriftEntry(occasion.At, purpose, key, what),
            ],
        };
    }

    internal static TrustMemory NotingRegistered(
        this TrustMemory memory, Occasion occasion, RememberedCertificate entry) => memory.Noting(
            occasion,
            $"registered '{entry.Certificate.CommonName}' ({entry.CertificateId}) for {PurposeName.Of(entry.Purpose)}",
            entry.Why ?? TrustStep.Register.Listed);

    internal static TrustMemory NotingRemoved(
        this TrustMemory memory, Occasion occasion, RememberedCertificate entry) => memory.Noting(
            occasion,
            $"deregistered '{entry.Certificate.CommonName}' ({entry.CertificateId}) from "
            + PurposeName.Of(entry.Purpose),
            entry.Why ?? "an earlier run asked for it");
}
