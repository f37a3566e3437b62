using System.Diagnostics;

namespace Infra.Cdk.Tests;

public sealed class ProgramTests
{
    [Fact]
    public async Task A_problem_ends_the_app_with_a_sentence_and_no_stack_trace()
    {
        using var app = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cdk.dll")])
        {
            WorkingDirectory = Some.RepositoryFolder,
            RedirectStandardError = true,
            Environment = { ["CDK_CONTEXT_JSON"] = """{"env":"staging"}""" },
        })!;

        var said = await app.StandardError.ReadToEndAsync();
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.StartsWith("There is no environments/staging.json.", Assert.Single(said.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
