using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Infra.Cdk.Functions;

namespace Infra.Local.Synthesis;

/// <summary>Builds the CDK app and lets it write the cloud assembly of one environment, exactly as the CDK CLI would.</summary>
/// <remarks>The CLI itself is not needed for this: it only sets the two variables that are set here.</remarks>
/// <param name="repository">The checkout.</param>
/// <param name="environment">Name of the file under <c>environments/</c>.</param>
/// <param name="overrides">What else <c>-c name=value</c> would say. Default: nothing.</param>
public sealed class CloudAssemblySynthesis(
    Repository repository, string environment, IReadOnlyDictionary<string, string>? overrides = null)
{
    /// <summary>Folder of the assembly.</summary>
    public string Output => Path.Combine(repository.Scratch, environment, "cdk.out");

    /// <summary>The functions' packages hold a linux-x64 executable; elsewhere the same code runs on an installed .NET.</summary>
    private static bool RunsPackagedExecutables =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    public async Task BuildAsync(CancellationToken cancellationToken)
    {
        using var only = CheckoutLock.Take(repository.Root, Console.Error.WriteLine);
        await ChildProcess.RunAsync(Dotnet("build", "cdk", "-c", "Release", "--nologo", "-v", "q"), cancellationToken);
    }

    public async Task SynthesizeAsync(CancellationToken cancellationToken)
    {
        // Each process that uses the CDK leaves 66 MB in the temporary folder (measured with 2.160.0).
        var temporary = Directory.CreateTempSubdirectory("cdk-");
        try
        {
            var start = Dotnet(Path.Combine("cdk", "bin", "Release", "net10.0", "Cdk.dll"));
            start.Environment["TMPDIR"] = temporary.FullName;
            start.Environment["CDK_OUTDIR"] = Output;
            start.Environment["CDK_CONTEXT_JSON"] = JsonSerializer.Serialize(Context());
            await ChildProcess.RunAsync(start, cancellationToken);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private Dictionary<string, string> Context()
    {
        var context = new Dictionary<string, string>(overrides ?? new Dictionary<string, string>()) { ["env"] = environment };
        if (!RunsPackagedExecutables)
        {
            context["functionRuntime"] = "dotnet10";
        }

        return context;
    }

    private ProcessStartInfo Dotnet(params string[] arguments) =>
        new("dotnet", arguments) { WorkingDirectory = repository.Root };
}
