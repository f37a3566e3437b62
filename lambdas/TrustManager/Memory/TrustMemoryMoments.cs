namespace Infra.TrustManager.Memory;

/// <summary>Takes what a state says of the future for now.</summary>
internal static class TrustMemoryMoments
{
    /// <summary>
    /// A lease that lasts longer than this from now has no living holder: an invocation has 15 minutes, and clocks
    /// differ by some.
    /// </summary>
    private static readonly TimeSpan LongestLease = TimeSpan.FromHours(1);

    /// <summary>The same reading where nothing is later than <paramref name="now"/>.</summary>
    public static MemoryReading NoLaterThan(this MemoryReading reading, DateTimeOffset now)
    {
        if (reading.Memory is not { } memory)
        {
            return reading;
        }

        string[] found = [.. new[] { Moments(ref memory, now), Lease(ref memory, now) }.OfType<string>()];
        if (found.Length == 0)
        {
            return reading;
        }

        var text = string.Join("; ", found);
        return reading with
        {
            Memory = memory.Noting(new Occasion(now, "reading the state"), "took moments in the future for now", text),
            Correction = $"{char.ToUpperInvariant(text[0])}{text[1..]}: what was in the future counts as now.",
        };
    }

    private static string? Moments(ref TrustMemory memory, DateTimeOffset now)
    {
        if (FutureMoments.In(All(memory), now) is not { } future)
        {
            return null;
        }

        memory = memory with
        {
            Certificates =
            [
                .. memory.Certificates.Select(entry => entry.RegisteredSince is { } since
                    ? entry with { RegisteredSince = future.Correct(since) }
                    : entry),
            ],
            Foreign = memory.Foreign is { } foreign
                ? [.. foreign.Select(entry => entry with { Since = future.Correct(entry.Since) })]
                : null,
            Hold = memory.Hold is { } hold ? hold with { Since = future.Correct(hold.Since) } : null,
            LastRun = memory.LastRun is { } run ? run with { At = future.Correct(run.At) } : null,
            Drift = [.. memory.Drift.Select(entry => entry with { At = future.Correct(entry.At) })],
            Sent = [.. memory.Sent.Select(entry => entry with { At = future.Correct(entry.At) })],
            Withheld = [.. memory.Withheld.Select(entry => entry with { Since = future.Correct(entry.Since) })],
            Decisions = [.. memory.Decisions.Select(entry => entry with { At = future.Correct(entry.At) })],
            History = [.. memory.History.Select(entry => entry with { At = future.Correct(entry.At) })],
        };
        return future.Text;
    }

    private static string? Lease(ref TrustMemory memory, DateTimeOffset now)
    {
        if (memory.Lease is not { } lease || lease.Until <= now + LongestLease)
        {
            return null;
        }

        memory = memory with { Lease = null };
        return $"the lease of {lease.Holder} lasted until {lease.Until:u}, longer than any invocation, and is over";
    }

    private static IEnumerable<DateTimeOffset> All(TrustMemory memory) =>
    [
        .. memory.Certificates.Select(entry => entry.RegisteredSince).OfType<DateTimeOffset>(),
        .. (memory.Foreign ?? []).Select(entry => entry.Since),
        .. memory.Hold is { } hold ? [hold.Since] : Array.Empty<DateTimeOffset>(),
        .. memory.LastRun is { } run ? [run.At] : Array.Empty<DateTimeOffset>(),
        .. memory.Drift.Select(entry => entry.At),
        .. memory.Sent.Select(entry => entry.At),
        .. memory.Withheld.Select(entry => entry.Since),
        .. memory.Decisions.Select(entry => entry.At),
        .. memory.History.Select(entry => entry.At),
    ];
}
