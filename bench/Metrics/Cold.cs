using System.Diagnostics;
using Infra.Bench.Contestants;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>Time from the start of a process to its first answer.</summary>
internal static class Cold
{
    public const string Value = "cold";

    /// <summary>Starts one process, hands it one request, ends it.</summary>
    public static async Task<(string, double)[]> MeasureAsync(
        Contestant contestant,
        Uri endpoint,
        ServedDocument document,
        IReadOnlyDictionary<string, string>? variables,
        CancellationToken cancellationToken)
    {
        await using var run = await FunctionRun.StartAsync(contestant, endpoint, variables, cancellationToken);
        var answer = await run.InvokeAsync(document.Event);
        if (contestant.ServesDocuments)
        {
            document.Demand(answer);
        }

        return [(Value, Stopwatch.GetElapsedTime(run.Started, answer.Answered).TotalMilliseconds)];
    }
}
