using System.Diagnostics;
using Infra.Bench.Commands;
using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Metrics;
using Infra.Bench.Reports;
using Infra.Bench.Runs;
using Infra.Bench.StandIns;
using Infra.Local.Synthesis;

return await BenchCommandLine.Create(RunAsync).Parse(args).InvokeAsync();

static async Task<int> RunAsync(BenchOptions options, CancellationToken cancellationToken)
{
    try
    {
        var figures = await MeasureAsync(options, cancellationToken);
        Action<IReadOnlyList<Figure>> write = options.Format switch
        {
            ReportFormat.Json => FigureJson.Write,
            ReportFormat.Markdown => FigureMarkdown.Write,
            _ => FigureTable.Write,
        };
        write(figures);
        return 0;
    }
    catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
    {
        return 130;
    }
    catch (Exception e) when (
        e is PeerUnavailableException or FunctionFailedException or InvalidOperationException or IOException)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }
}

static async Task<IReadOnlyList<Figure>> MeasureAsync(BenchOptions options, CancellationToken cancellationToken)
{
    var repository = Repository.Find();
    var groups = MetricGroups.Matching(options.Only);
    var names = groups.SelectMany(group => group.Contestants).ToHashSet();
    var roster = await Roster.PrepareAsync(repository, names, options.Also, Say, cancellationToken);
    await using var testbed = await Testbed.StartAsync(repository, roster, options.Rounds, Say, cancellationToken);
    var figures = new List<Figure>();
    foreach (var group in groups)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var took = Stopwatch.StartNew();
        figures.AddRange(await group.MeasureAsync(testbed, cancellationToken));
        Say($"measured {group.Name}: {took.Elapsed.TotalSeconds:0.0} s");
    }

    return figures;
}

static void Say(string what) => Console.Error.WriteLine(what);
