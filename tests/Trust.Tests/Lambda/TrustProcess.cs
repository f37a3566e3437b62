using System.Diagnostics;

namespace Infra.Trust.Tests.Lambda;

/// <summary>The program as a process of its own, with nothing in its environment but what a test says.</summary>
internal static class TrustProcess
{
    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Trust.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsAmazons).ToList())
        {
            start.Environment.Remove(name);
        }

        // Neither the profiles of whoever runs the tests nor the instance they run on.
        start.Environment["HOME"] = Path.GetTempPath();
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_CONFIG_FILE"] = "/dev/null";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static async Task<Run> EndAsync(this Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Run(process.ExitCode, await output, await error);
    }

    private static bool IsAmazons(string variable) => variable.StartsWith("AWS_", StringComparison.Ordinal);
}
