using System.Diagnostics;
using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Runs;
using Infra.Bench.StandIns;
using Infra.Local.Hosting;
using Infra.Local.Lambda;
using Infra.Local.Verification;

namespace Infra.Bench.Metrics;

/// <summary>
/// End to end: the templates of this repository deployed on the local AWS, several clients at once at its load
/// balancer, and behind it our function, then a peer's code in its place.
/// </summary>
internal sealed class LoadBalancerLoad : IMetricGroup
{
    private const int Clients = 4;
    private const int MostRounds = 5;
    private const string P50 = "p50";
    private const string Rate = "rate";
    private const string Key = "crl/bench.crl";

    /// <summary>Lines of a function's log that explain its failure.</summary>
    private const int LogLines = 10;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1.5);

    public string Name => "end-to-end";

    public IReadOnlyList<string> Contestants { get; } = [Names.Ours, Names.Python, Names.Node];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        var deployed = await testbed.DeployedAsync();
        var (aws, site) = (deployed.Aws, deployed.Site);
        await site.PutAsync(Key, testbed.Small.Bytes);

        var configuration = aws.Functions.Get(site.Responder).Configuration;
        var results = await Contest.RunAsync(
            testbed.Roster.Of(Contestants),
            Math.Min(testbed.Rounds, MostRounds),
            one => MeasureAsync(aws, site, configuration, one, cancellationToken));
        var ours = testbed.Roster.Ours;
        Dictionary<string, double?> peers = new() { [Names.Python] = null, [Names.Node] = null };
        return
        [
            .. Comparison.OfOurs(ours, results, P50, $"load balancer, {Clients} clients, p50 (ms)", peers),
            .. Comparison.OfOurs(ours, results, Rate, $"load balancer, {Clients} clients, answers a second", peers),
        ];
    }

    private static async Task<(string, double)[]> MeasureAsync(
        LocalAws aws,
        Site site,
        FunctionConfiguration deployed,
        Contestant contestant,
        CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>(deployed.Environment);
        foreach (var (name, value) in contestant.Variables)
        {
            environment[name] = value;
        }

        await aws.Functions.UpdateAsync(deployed with { TaskRoot = contestant.Folder, Environment = environment });
        try
        {
            await LoadAsync(site.LoadBalancer, WarmUp, cancellationToken);
            var milliseconds = await LoadAsync(site.LoadBalancer, Duration, cancellationToken);
            return [(P50, new Sample(milliseconds).Median), (Rate, milliseconds.Count / Duration.TotalSeconds)];
        }
        catch (HttpRequestException failure)
        {
            var log = aws.Functions.Get(site.Responder).Log.Lines.TakeLast(LogLines).Select(line => line.Text);
            throw new FunctionFailedException(
                $"{contestant.Name} behind the load balancer: {failure.Message} Its log ends with:\n"
                + string.Join('\n', log));
        }
    }

    private static async Task<IReadOnlyList<double>> LoadAsync(
        Uri loadBalancer, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = loadBalancer };
        var ends = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var clients = Enumerable.Range(0, Clients).Select(_ => ClientAsync(http, ends, cancellationToken));
        return [.. (await Task.WhenAll(clients)).SelectMany(times => times)];
    }

    private static async Task<List<double>> ClientAsync(HttpClient http, long ends, CancellationToken cancellationToken)
    {
        var milliseconds = new List<double>();
        while (Stopwatch.GetTimestamp() < ends)
        {
            var started = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(new Uri(Key, UriKind.Relative), cancellationToken);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return milliseconds;
    }
}
