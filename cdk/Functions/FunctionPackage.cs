using System.Diagnostics;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Functions;

/// <summary>The published folder of a Lambda function, in the variant that an environment needs.</summary>
/// <param name="repository">Root of the repository.</param>
/// <param name="settings">Name the variant.</param>
public sealed class FunctionPackage(string repository, FunctionSettings settings)
{
    /// <summary>Publishes the function, which takes a second or two when nothing has changed, and returns its folder.</summary>
    /// <param name="project">Name of the folder below <c>lambdas/</c>.</param>
    /// <exception cref="FunctionPackageException">The function could not be published.</exception>
    public string Publish(string project)
    {
        var command = Command(project);
        using var publish = Process.Start(command)!;
        // Standard output belongs to the templates when the CLI prints them, so what the build says goes to the other one.
        publish.OutputDataReceived += (_, line) => Console.Error.Write(line.Data is null ? "" : line.Data + "\n");
        publish.BeginOutputReadLine();
        publish.WaitForExit();

        if (publish.ExitCode != 0)
        {
            throw new FunctionPackageException(
                $"{project} could not be published: 'dotnet {string.Join(' ', command.ArgumentList)}' in {repository} ended with "
                + $"code {publish.ExitCode}. Its messages stand above; repair the function and run the command again.");
        }

        return Published(project);
    }

    private string Published(string project)
    {
        var folder = Path.Combine(repository, "artifacts", "functions", project, $"{settings.Runtime}-{settings.Architecture}");
        var entryPoint = settings.IsManaged ? $"{project}.dll" : "bootstrap";
        return File.Exists(Path.Combine(folder, entryPoint))
            ? folder
            : throw new FunctionPackageException(
                $"{project} was published, but {folder} holds no {entryPoint}, which is what {settings.Runtime} starts. "
                + $"Look at the publish settings in lambdas/{project}/{project}.csproj.");
    }

    private ProcessStartInfo Command(string project) => new("dotnet")
    {
        WorkingDirectory = repository,
        RedirectStandardOutput = true,
        ArgumentList =
        {
            "publish", $"lambdas/{project}", "-c", "Release", "--nologo", "-v", "q", "-clp:NoSummary",
            $"-p:FunctionRuntime={settings.Runtime}", $"-p:FunctionArchitecture={settings.Architecture}",
            // A build server that lived on would hold the output open, and this call would wait for it.
            "--disable-build-servers",
        },
    };
}
