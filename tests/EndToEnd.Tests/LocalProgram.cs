using System.Diagnostics;

namespace Infra.EndToEnd.Tests;

/// <summary>The local AWS as a person starts it: a process with arguments, output and an exit code.</summary>
internal static class LocalProgram
{
    /// <summary>Publishing every function from nothing takes most of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        ChildProgram.RunAsync(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Local.dll"), .. arguments]), Patience);
}
