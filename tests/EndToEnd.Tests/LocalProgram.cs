using System.Diagnostics;

namespace Infra.EndToEnd.Tests;

/// <summary>The local AWS as a person starts it: a process with arguments, output and an exit code.</summary>
internal static class LocalProgram
{
    /// <summary>Publishing every function from nothing takes most of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var giveUp = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Local.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(giveUp.Token);
        var errors = process.StandardError.ReadToEndAsync(giveUp.Token);
        try
        {
            await process.WaitForExitAsync(giveUp.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output, await errors);
    }
}
