using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>A series of requests to one warm process, one after the other as Lambda sends them.</summary>
internal static class Series
{
    public const string P50 = "p50";
    public const string P99 = "p99";

    /// <summary>Median and 99th percentile of the series, in milliseconds.</summary>
    public static async Task<(string, double)[]> MeasureAsync(
        FunctionRun run, ServedDocument document, bool servesDocuments, int requests)
    {
        var milliseconds = new double[requests];
        for (var i = 0; i < requests; i++)
        {
            var answer = await run.InvokeAsync(document.Event);
            milliseconds[i] = answer.Milliseconds;
            if (servesDocuments)
            {
                document.DemandSize(answer);
            }
        }

        var sample = new Sample(milliseconds);
        return [(P50, sample.Median), (P99, sample.Percentile(99))];
    }
}
