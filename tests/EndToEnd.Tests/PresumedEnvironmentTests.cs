using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Infra.EndToEnd.Tests;

/// <summary>Environments that presume buckets and CAs deploy on a local AWS that has nothing yet.</summary>
[Collection(nameof(LocalProgram))]
public sealed class PresumedEnvironmentTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("local-rotation")]
    [InlineData("local-existing")]
    [InlineData("local-anchors")]
    [InlineData("local-subordinate")]
    public async Task It_stays_up_with_every_stack_complete(string environment)
    {
        using var giveUp = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Local.dll"), "--env", environment, "--port", "0", "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(giveUp.Token);
            var status = await ReadAsync(process.StandardOutput, giveUp.Token);

            if (status is null)
            {
                Assert.Fail(await errors);
            }

            var stacks = status["stacks"]!.AsArray();
            Assert.NotEmpty(stacks);
            Assert.All(stacks, stack => Assert.Equal("CREATE_COMPLETE", (string?)stack!["status"]));
            Assert.All(
                status["directories"]!.AsArray().SelectMany(directory => directory!["certificates"]!.AsArray()),
                certificate => Assert.Equal("Registered", (string?)certificate!["state"]));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The first JSON document; null where the output ends without one.</summary>
    private static async Task<JsonObject?> ReadAsync(StreamReader output, CancellationToken cancellationToken)
    {
        var text = "";
        while (await output.ReadLineAsync(cancellationToken) is { } line)
        {
            text += line + "\n";
            try
            {
                return JsonNode.Parse(text)!.AsObject();
            }
            catch (System.Text.Json.JsonException)
            {
                // The document is not complete yet.
            }
        }

        return null;
    }
}
