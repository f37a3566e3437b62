using System.Text.Json.Nodes;
using Infra.Local.Verification;
using Infra.Local.Years.Findings;
using Spectre.Console;

namespace Infra.Local.Reporting;

/// <summary>Lines and tables for a person.</summary>
public sealed class ConsoleReport : IReport
{
    /// <summary>Breaches that are listed one by one: what goes wrong once often goes wrong every day.</summary>
    private const int MaxBreaches = 40;

    private readonly IAnsiConsole _console = PlainWhenPiped();

    public void Progress(string what) => _console.MarkupLineInterpolated($"[grey]{what}[/]");

    public void Check(CheckResult result)
    {
        if (result.Passed)
        {
            _console.MarkupLineInterpolated($"[green]✓[/] {result.Name} [grey]— {result.Detail}[/]");
        }
        else
        {
            _console.MarkupLineInterpolated($"[red]✗ {result.Name}[/] — {result.Detail}");
        }
    }

    public void Finished(IReadOnlyList<CheckResult> results, TimeSpan took)
    {
        var failed = results.Count(result => !result.Passed);
        var color = failed == 0 ? "green" : "red";
        _console.MarkupLine($"[{color}]{results.Count - failed} of {results.Count} checks passed[/] in {took.TotalSeconds:0} s");
    }

    public void Lived(YearsOutcome outcome)
    {
        var table = new Table().Title($"{outcome.Years} years, seed {outcome.Seed}").AddColumns("what", "seen", "allowed", "");
        foreach (var finding in outcome.Findings)
        {
            table.AddRow(
                new Text(finding.Name),
                new Text(finding.Value),
                new Text(finding.Allowed ?? "", new Style(Color.Grey)),
                finding.Allowed is null ? new Text("") : finding.Kept ? new Text("✓") : new Text("✗", new Style(Color.Red)));
        }

        _console.Write(table);
        foreach (var breach in outcome.Breaches.Take(MaxBreaches))
        {
            _console.MarkupLineInterpolated($"[red]✗ {breach}[/]");
        }

        if (outcome.Breaches.Count > MaxBreaches)
        {
            _console.MarkupLine($"[red]… and {outcome.Breaches.Count - MaxBreaches} more[/]");
        }
    }

    public void Ready(JsonObject status)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("what", "value");
        foreach (var (name, value) in Rows(status))
        {
            table.AddRow(new Text(name, new Style(Color.Grey)), new Text(value));
        }

        _console.Write(table);
        _console.MarkupLine("Press [bold]Ctrl+C[/] to stop.");
    }

    private static IEnumerable<(string Name, string Value)> Rows(JsonObject status)
    {
        yield return ("AWS_ENDPOINT_URL", Text(status["endpoint"]));
        yield return ("region", Text(status["region"]));
        foreach (var (section, one) in new[] { ("crlUrls", "CRL"), ("loadBalancers", "load balancer"), ("notEmulated", "not emulated") })
        {
            foreach (var item in status[section]?.AsArray() ?? [])
            {
                yield return (one, item is JsonObject ? Text(item["url"]) : Text(item));
            }
        }
    }

    private static string Text(JsonNode? node) => node?.ToString() ?? string.Empty;

    /// <summary>Into a file or a pipe one check must stay one line, however long, and plain.</summary>
    private static IAnsiConsole PlainWhenPiped()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        plain.Profile.Width = 10_000;
        return plain;
    }
}
