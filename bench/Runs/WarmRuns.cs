using Infra.Bench.Contestants;

namespace Infra.Bench.Runs;

/// <summary>One process of each contestant, all running at once and each asked often enough to be warm.</summary>
internal sealed class WarmRuns : IAsyncDisposable
{
    private readonly Dictionary<Contestant, FunctionRun> _runs = [];

    public FunctionRun this[Contestant contestant] => _runs[contestant];

    /// <param name="contestants">Who takes part.</param>
    /// <param name="endpoint">Where their AWS clients call.</param>
    /// <param name="document">What they are asked for; the first answer is compared byte by byte.</param>
    /// <param name="warmUpRequests">Requests before anything counts.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<WarmRuns> StartAsync(
        IReadOnlyList<Contestant> contestants,
        Uri endpoint,
        ServedDocument document,
        int warmUpRequests,
        CancellationToken cancellationToken)
    {
        var runs = new WarmRuns();
        try
        {
            foreach (var contestant in contestants)
            {
                var run = await FunctionRun.StartAsync(contestant, endpoint, more: null, cancellationToken);
                runs._runs[contestant] = run;
                await WarmUpAsync(contestant, run, document, warmUpRequests);
            }

            return runs;
        }
        catch
        {
            await runs.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var run in _runs.Values)
        {
            await run.DisposeAsync();
        }
    }

    private static async Task WarmUpAsync(
        Contestant contestant, FunctionRun run, ServedDocument document, int requests)
    {
        var first = await run.InvokeAsync(document.Event);
        if (contestant.ServesDocuments)
        {
            document.Demand(first);
        }

        for (var i = 1; i < requests; i++)
        {
            await run.InvokeAsync(document.Event);
        }
    }
}
