using System.CommandLine;
using Infra.Bench.Metrics;

namespace Infra.Bench.Commands;

/// <summary>The options of this program.</summary>
internal static class BenchCommandLine
{
    /// <summary>Enough for a median that stays within a few percent, and a run below four minutes.</summary>
    private const int DefaultRounds = 10;

    /// <param name="run">Does what the options ask for; gives the exit code.</param>
    public static RootCommand Create(Func<BenchOptions, CancellationToken, Task<int>> run)
    {
        var rounds = new Option<int>("--rounds")
        {
            Description = "Interleaved rounds that count; one more is run first and thrown away.",
            DefaultValueFactory = _ => DefaultRounds,
        };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var value and (< 1 or > 1000))
            {
                result.AddError($"--rounds is {value}; it must be 1 to 1000.");
            }
        });
        var only = new Option<string?>("--only")
        {
            Description = $"Measure only groups whose name contains this: {string.Join(", ", Groups)}.",
        };
        only.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } pattern && MetricGroups.Matching(pattern).Count == 0)
            {
                result.AddError($"--only is '{pattern}', which is in no group's name: {string.Join(", ", Groups)}.");
            }
        });
        var also = new Option<string[]>("--also")
        {
            Description = "Folder with another build of the function, for the cold and warm groups; may be repeated.",
            DefaultValueFactory = _ => [],
        };
        var json = new Option<bool>("--json")
        {
            Description = "One JSON document on standard output instead of a table.",
        };
        var markdown = new Option<bool>("--markdown") { Description = "The table as it stands in bench/README.md." };
        var root = new RootCommand("Measures the functions beside what people use instead.")
        {
            rounds, only, also, json, markdown,
        };
        root.SetAction((parsed, cancellationToken) => run(
            new BenchOptions(
                parsed.GetValue(rounds),
                parsed.GetValue(only),
                parsed.GetRequiredValue(also),
                parsed.GetValue(json) ? ReportFormat.Json
                    : parsed.GetValue(markdown) ? ReportFormat.Markdown : ReportFormat.Table),
            cancellationToken));
        return root;
    }

    private static IEnumerable<string> Groups => MetricGroups.All.Select(group => group.Name);
}
