using System.Diagnostics;
using Infra.Bench.Contestants;
using Infra.Bench.Documents;
using Infra.Bench.Figures;
using Infra.Bench.Runs;
using Infra.Bench.StandIns;

namespace Infra.Bench.Metrics;

/// <summary>
/// The functions behind custom resources: process start to the answer that CloudFormation gets, which says that the CA
/// or the directory is not there. One call to AWS and one to CloudFormation lie between; for a directory, the memory of
/// it is read and written too.
/// </summary>
internal sealed class TrustManagerStart : IMetricGroup
{
    private const string Peak = "peak";

    public string Name => "trust-manager";

    public IReadOnlyList<string> Contestants { get; } = [];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        testbed.Say("preparing TrustManager");
        var package = await new DotnetFunction("TrustManager", "lambdas/TrustManager")
            .PrepareAsync(testbed.Repository, cancellationToken);
        var functions = CustomResourceEvent.Functions
            .Select(function => package.With(function, CustomResourceEvent.Variables(function)))
            .ToArray();
        await using var account = await AccountStandIn.StartAsync(cancellationToken);
        var results = await Contest.RunAsync(
            functions, testbed.Rounds, function => MeasureAsync(function, account, cancellationToken));
        return
        [
            .. from one in functions
               select new Figure($"{one.Name}, cold start to its answer (ms)", results[one][Cold.Value]),
            .. from one in functions select new Figure($"{one.Name}, peak memory (MiB)", results[one][Peak]),
            new Figure("TrustManager package, zipped (MB)", new Sample([Package.ZippedMegabytes(package.Folder)])),
        ];
    }

    private static async Task<(string, double)[]> MeasureAsync(
        Contestant function, AccountStandIn account, CancellationToken cancellationToken)
    {
        var answered = account.NextAnswerAsync();
        await using var run = await FunctionRun.StartAsync(function, account.Endpoint, more: null, cancellationToken);
        await run.InvokeAsync(CustomResourceEvent.Create(function.Name, account.ResponseUrl));
        if (!answered.IsCompleted)
        {
            throw new FunctionFailedException($"{function.Name} ended its work without an answer to CloudFormation.");
        }

        var took = Stopwatch.GetElapsedTime(run.Started, await answered);
        return [(Cold.Value, took.TotalMilliseconds), (Peak, run.PeakMemoryMebibytes)];
    }
}
