using System.Diagnostics;
using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>The floor for warm answers: a file over HTTP, without Lambda between.</summary>
internal static class NginxFloor
{
    private const int Requests = 300;

    /// <summary>Our answers beside nginx's; nothing but a word to the reader where there is no nginx.</summary>
    public static async Task<IReadOnlyList<Figure>> CompareAsync(
        Testbed testbed, Sample ours, string metric, CancellationToken cancellationToken)
    {
        try
        {
            await using var server = await NginxServer.StartAsync(
                testbed.Repository, testbed.Small.Bytes, cancellationToken);
            using var client = new HttpClient();
            var medians = new List<double>();
            for (var round = 0; round <= testbed.Rounds; round++)
            {
                medians.Add(await MedianAsync(client, server.Document, cancellationToken));
            }

            return [Figure.Beside(metric, ours, Names.Nginx, new Sample(medians.Skip(1)), target: null)];
        }
        catch (PeerUnavailableException missing)
        {
            testbed.Say($"SKIPPED {Names.Nginx}: {missing.Message}");
            return [];
        }
    }

    private static async Task<double> MedianAsync(HttpClient client, Uri document, CancellationToken cancellationToken)
    {
        var milliseconds = new double[Requests];
        for (var i = 0; i < Requests; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync(document, cancellationToken);
            milliseconds[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        return new Sample(milliseconds).Median;
    }
}
