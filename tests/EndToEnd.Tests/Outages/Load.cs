using System.Diagnostics;
using Infra.Local.Faults;
using Infra.Local.Verification;
using Infra.Local.Verification.Clients;

namespace Infra.EndToEnd.Tests.Outages;

/// <summary>Clients that ask for CRLs one after the other while S3 fails in one way after the other.</summary>
internal static class Load
{
    public const int Clients = 8;

    /// <summary>Seconds under load; <c>OUTAGE_SECONDS</c> gives more.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("OUTAGE_SECONDS"), out var seconds) ? seconds : 12);

    /// <summary>In turn; null is none: S3 comes back, and the next lists are published.</summary>
    private static readonly Fault?[] Phases =
    [
        new("s3", "GetObject", FaultKind.Throttle),
        new("s3", "GetObject", FaultKind.Slow) { Delay = TimeSpan.FromSeconds(30) },
        null,
        new("s3", "*", FaultKind.Timeout) { Delay = TimeSpan.FromSeconds(20) },
        new("s3", "GetObject", FaultKind.LostAnswer),
        new("s3", "*", FaultKind.InternalError),
    ];

    /// <summary>Every answer that <paramref name="isRight"/> does not take, and how many there were by status.</summary>
    public static async Task<LoadOutcome> RunAsync(
        Site site, PublishedLists lists, Func<string, Answer, bool> isRight)
    {
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients)
            .Select(client => AskAsync(site, lists.Paths, client, isRight, stop.Token)).ToArray();
        var phase = Duration / Phases.Length / Math.Max(1, (int)(Duration.TotalSeconds / 30));
        var elapsed = Stopwatch.StartNew();
        for (var next = 0; elapsed.Elapsed < Duration; next++)
        {
            site.Aws.Faults.Clear();
            if (Phases[next % Phases.Length] is { } fault)
            {
                site.Aws.Faults.Add(fault);
            }
            else
            {
                await lists.PublishAsync();
            }

            await Task.Delay(phase);
        }

        site.Aws.Faults.Clear();
        await stop.CancelAsync();
        return LoadOutcome.Of(await Task.WhenAll(clients));
    }

    private static async Task<LoadOutcome> AskAsync(
        Site site, IReadOnlyList<string> paths, int client, Func<string, Answer, bool> isRight, CancellationToken stop)
    {
        var outcome = new LoadOutcome();
        using var own = site.ClientFrom($"127.0.0.{client + 2}");
        for (var turn = client; !stop.IsCancellationRequested; turn++)
        {
            var path = paths[turn % paths.Count];
            var asked = Stopwatch.StartNew();
            var answer = await own.GetAsync(path);
            outcome.Note(path, answer, asked.Elapsed, isRight(path, answer));
        }

        return outcome;
    }
}
