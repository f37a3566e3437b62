using System.Diagnostics;
using Infra.Local.Synthesis;

namespace Infra.EndToEnd.Tests;

/// <summary>The package of a function, as it is deployed.</summary>
internal static class PublishedFunction
{
    /// <summary>The folder with its files. Only one process at a time may publish.</summary>
    public static async Task<string> PublishAsync(string function)
    {
        var root = Repository.Find().Root;
        string[] arguments =
        [
            "publish", $"lambdas/{function}", "-c", "Release", "--nologo", "-v", "q", "--disable-build-servers",
            "-p:FunctionRuntime=provided.al2023", "-p:FunctionArchitecture=x86_64",
        ];
        await ChildProcess.RunAsync(
            new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root }, CancellationToken.None);
        return Path.Combine(root, "artifacts", "functions", function, "provided.al2023-x86_64");
    }
}
