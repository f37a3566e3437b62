using System.Diagnostics;

namespace Infra.EndToEnd.Tests;

/// <summary>A program of the repository as a process: arguments, output and an exit code.</summary>
internal static class ChildProgram
{
    /// <param name="start">What to start; its output is redirected here.</param>
    /// <param name="patience">How long it may take; it is killed with its children then.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        ProcessStartInfo start, TimeSpan patience)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var giveUp = new CancellationTokenSource(patience);
        using var process = Process.Start(start)!;
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
