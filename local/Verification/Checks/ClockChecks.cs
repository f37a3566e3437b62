using System.Text.Json.Nodes;

namespace Infra.Local.Verification.Checks;

/// <summary>Directories follow the clock of their functions, and what invokes a function cannot move it.</summary>
public sealed class ClockChecks(Site site)
{
    private const string Connector = "d-0123456789";

    private readonly ScheduledFunctions _functions = new(site.Aws, site.Administrator);

    private static readonly string[] Writes = ["apply", "hold", "release"];

    public IEnumerable<Check> All() =>
    [
        new("A request for another day changes nothing", RequestAsync),
        new("An event of another day changes nothing", EventAsync),
        new("A plan for a day that the calendar has no room for names the days that are allowed", PlanAsync),
    ];

    private Task<string> RequestAsync(CancellationToken cancellationToken) => UnchangedAsync(async () =>
    {
        foreach (var request in Writes)
        {
            var response = await _functions.AskAsync(
                Connector,
                new JsonObject { ["request"] = request, ["reason"] = "a test", ["time"] = "2033-01-01" });
            ExpectError(response, "has no member 'time'");
        }

        return "apply, hold and release in 2033 are refused";
    });

    private Task<string> EventAsync(CancellationToken cancellationToken) => UnchangedAsync(async () =>
    {
        ExpectError(await _functions.SendEventAsync(Connector, site.Now.AddDays(-2)), "the function's clock says");
        var response = await _functions.SendEventAsync(Connector, site.Now.AddYears(7));
        ExpectError(response, "the function's clock says");
        Expect.Equal("Refused", (string?)response["outcome"], "outcome");
        return (string)response["error"]!;
    });

    private async Task<string> PlanAsync(CancellationToken cancellationToken)
    {
        var response = await _functions.AskAsync(
            Connector, new JsonObject { ["request"] = "plan", ["time"] = "9999-12-31" });
        ExpectError(response, "from 2000-01-01 to 9899-12-31");
        return (string)response["error"]!;
    }

    private async Task<string> UnchangedAsync(Func<Task<string>> act)
    {
        var (changes, writes) = (site.Aws.Directories.History.Count, site.Aws.Calls.Counts["s3:PutObject"]);
        var seen = await act();
        Expect.Equal(changes, site.Aws.Directories.History.Count, "changes of directories");
        Expect.Equal(writes, site.Aws.Calls.Counts["s3:PutObject"], "objects written");
        return seen;
    }

    private static void ExpectError(JsonObject response, string part) => Expect.True(
        ((string?)response["error"])?.Contains(part, StringComparison.Ordinal) == true,
        $"the error says '{part}': {response["text"]}");
}
