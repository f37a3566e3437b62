using Infra.TrustManager.Memory;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>Takes what a state says of the future for now.</summary>
internal static class RenewalMemoryMoments
{
    /// <summary>The same reading where nothing is later than <paramref name="now"/>.</summary>
    public static RenewalReading NoLaterThan(this RenewalReading reading, DateTimeOffset now)
    {
        if (reading.Memory is not { } memory || FutureMoments.In(All(memory), now) is not { } future)
        {
            return reading;
        }

        var entry = new HistoryEntry(now, "took moments in the future for now", future.Text, "reading the state");
        return reading with
        {
            Memory = Corrected(memory, future).With(entry),
            Correction = $"{future.Text}: what was in the future counts as now.",
        };
    }

    private static RenewalMemory Corrected(RenewalMemory memory, FutureMoments future)
    {
        return memory with
        {
            Current = memory.Current is { } current ? Seen(current) : null,
            Earlier = [.. memory.Earlier.Select(Seen)],
            KnownToWindows = [.. memory.KnownToWindows.Select(Seen)],
            Attempt = memory.Attempt is { } attempt ? attempt with { Since = future.Correct(attempt.Since) } : null,
            ParentUnreadSince = memory.ParentUnreadSince is { } since ? future.Correct(since) : null,
            TriggeredCrl = memory.TriggeredCrl is { } crl ? crl with { At = future.Correct(crl.At) } : null,
            LastRun = memory.LastRun is { } run ? run with { At = future.Correct(run.At) } : null,
            Sent = [.. memory.Sent.Select(entry => entry with { At = future.Correct(entry.At) })],
            History = [.. memory.History.Select(entry => entry with { At = future.Correct(entry.At) })],
        };

        SeenCertificate Seen(SeenCertificate one) => one with { Since = future.Correct(one.Since) };
    }

    private static IEnumerable<DateTimeOffset> All(RenewalMemory memory) =>
    [
        .. memory.Current is { } current ? [current.Since] : Array.Empty<DateTimeOffset>(),
        .. memory.Earlier.Select(one => one.Since),
        .. memory.KnownToWindows.Select(one => one.Since),
        .. memory.Attempt is { } attempt ? [attempt.Since] : Array.Empty<DateTimeOffset>(),
        .. memory.ParentUnreadSince is { } since ? [since] : Array.Empty<DateTimeOffset>(),
        .. memory.TriggeredCrl is { } crl ? [crl.At] : Array.Empty<DateTimeOffset>(),
        .. memory.LastRun is { } run ? [run.At] : Array.Empty<DateTimeOffset>(),
        .. memory.Sent.Select(entry => entry.At),
        .. memory.History.Select(entry => entry.At),
    ];
}
