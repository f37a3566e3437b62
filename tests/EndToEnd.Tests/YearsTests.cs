using System.Text.Json.Nodes;

namespace Infra.EndToEnd.Tests;

/// <summary>One year of the simulation that lives through ten.</summary>
[Collection(nameof(LocalProgram))]
public sealed class YearsTests
{
    [Fact]
    public async Task A_year_passes_and_nobody_is_locked_out()
    {
        var (exitCode, output, errors) = await LocalProgram.RunAsync("--years", "1", "--json");

        Assert.True(exitCode == 0, $"exit code {exitCode}\n{output}\n{errors}");
        var outcome = JsonNode.Parse(output)!;
        Assert.Empty(outcome["breaches"]!.AsArray());
        Assert.Equal("0", Value(outcome, "sign-in outages (directory days)"));
        Assert.Equal("0", Value(outcome, "wrong removals"));
    }

    private static string? Value(JsonNode outcome, string name) =>
        (string?)outcome["findings"]!.AsArray().Single(finding => (string?)finding!["name"] == name)!["value"];
}
