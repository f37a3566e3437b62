using System.Diagnostics;

namespace Infra.EndToEnd.Tests;

/// <summary>The operator's command as a process, with nothing of the developer's own AWS settings.</summary>
internal static class CommandProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(
        IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Trust.dll"), .. arguments]);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_CONFIG_FILE"] = "/dev/null";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return ChildProgram.RunAsync(start, Patience);
    }
}
