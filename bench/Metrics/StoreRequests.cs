using System.Diagnostics;
using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>
/// Requests to S3 for one key that is asked for without a pause, per time that an answer may be kept.
/// </summary>
internal sealed class StoreRequests : IMetricGroup
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private const int Windows = 4;

    public string Name => "requests";

    public IReadOnlyList<string> Contestants { get; } = [Names.Ours, Names.Python];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        var ours = testbed.Roster.Ours.With(Names.Ours, ("REVALIDATE_AFTER_SECONDS", $"{Window.TotalSeconds}"));
        var perWindow = new Sample([await MeasureAsync(testbed, ours, cancellationToken)]);
        const string Metric = "S3 requests per key and revalidation window of 1 s";
        return
        [
            new Figure(Metric, perWindow) { Target = 1 },
            .. testbed.Roster.Find(Names.Python) is { } python
                ? [Figure.Beside(
                    Metric,
                    perWindow,
                    python.Name,
                    new Sample([await MeasureAsync(testbed, python, cancellationToken)]),
                    target: null)]
                : Array.Empty<Figure>(),
        ];
    }

    private static async Task<double> MeasureAsync(
        Testbed testbed, Contestant contestant, CancellationToken cancellationToken)
    {
        await using var runs = await WarmRuns.StartAsync(
            [contestant], testbed.S3.Endpoint, testbed.Small, warmUpRequests: 1, cancellationToken);
        var before = testbed.S3.Requests;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Windows * Window)
        {
            await runs[contestant].InvokeAsync(testbed.Small.Event);
        }

        return (testbed.S3.Requests - before) / (Stopwatch.GetElapsedTime(started) / Window);
    }
}
