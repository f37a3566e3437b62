using System.Text.Json.Nodes;

namespace Infra.EndToEnd.Tests;

[Collection(nameof(LocalProgram))]
public sealed class AcceptanceListTests
{
    /// <summary>Fewer would mean that a part of the list was lost on the way.</summary>
    private const int FewestChecks = 92;

    [Fact]
    public async Task Every_check_passes_on_the_projects_own_templates()
    {
        var (exitCode, output, errors) = await LocalProgram.RunAsync("--verify", "--json");

        Assert.True(exitCode == 0, $"exit code {exitCode}\n{output}\n{errors}");
        var checks = JsonNode.Parse(output)!["checks"]!.AsArray();
        Assert.All(checks, check => Assert.True((bool)check!["passed"]!, check.ToJsonString()));
        Assert.True(checks.Count >= FewestChecks, $"{checks.Count} checks");
        Assert.Equal(checks.Count, checks.Select(check => (string?)check!["name"]).Distinct().Count());
    }

    [Fact]
    public async Task An_environment_that_does_not_exist_is_named_with_those_that_do()
    {
        var (exitCode, output, errors) = await LocalProgram.RunAsync("--env", "nowhere", "--json");

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("environments/nowhere.json", errors, StringComparison.Ordinal);
        Assert.Contains("example-us-gov-west-1", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "99999")]
    [InlineData("--nonsense", "1")]
    public async Task An_option_that_makes_no_sense_ends_at_once(string option, string value)
    {
        var (exitCode, _, errors) = await LocalProgram.RunAsync(option, value);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(option, errors, StringComparison.Ordinal);
    }
}
