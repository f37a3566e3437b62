using System.Runtime.InteropServices;
using Infra.Bench.StandIns;
using Infra.Local.Lambda.Execution;
using Infra.Local.Synthesis;

namespace Infra.Bench.Contestants;

/// <summary>A function of this repository, published with its own settings or with some changed.</summary>
/// <param name="Name">As it stands in the report.</param>
/// <param name="Project">Folder of the project, from the root of the repository.</param>
internal sealed record DotnetFunction(string Name, string Project) : IPeer
{
    private const string Executable = "provided.al2023";

    /// <summary>Lambda runtime that it is published for. Default: <c>provided.al2023</c>.</summary>
    public string Runtime { get; init; } = Executable;

    /// <summary>Name of the assembly. Default: that of the project's folder.</summary>
    public string Assembly { get; init; } = Path.GetFileName(Project);

    /// <summary>Names a build with other properties, so that it gets folders of its own. Default: none.</summary>
    public string? Variant { get; init; }

    /// <summary>MSBuild properties of such a build. Default: none.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    public bool ServesDocuments { get; init; } = true;

    private string Folder => Variant ?? $"{Runtime}-x86_64";

    public async Task<Contestant> PrepareAsync(Repository repository, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            throw new PeerUnavailableException("function packages for x86_64 run on linux-x64 only");
        }

        string[] arguments =
        [
            "publish", Project, "-c", "Release", "--nologo", "-v", "q", "--disable-build-servers",
            $"-p:FunctionRuntime={Runtime}", "-p:FunctionArchitecture=x86_64", $"-p:FunctionVariant={Folder}",
            .. Properties.Select(property => $"-p:{property}"),
        ];
        await Tool.RunAsync(repository.Root, "dotnet", arguments, cancellationToken);
        var folder = Path.Combine(repository.Root, "artifacts", "functions", Assembly, Folder);
        var start = Runtime == Executable
            ? new StartCommand(Path.Combine(folder, "bootstrap"), [])
            : new StartCommand(DotnetPath, ["exec", Path.Combine(folder, $"{Assembly}.dll")]);
        return new Contestant(Name, folder, start) { Trusting = TrustingBundle, ServesDocuments = ServesDocuments };
    }

    /// <summary>A build that is there already.</summary>
    /// <exception cref="PeerUnavailableException">It is not.</exception>
    public static Contestant In(string folder)
    {
        var path = Path.GetFullPath(folder);
        var start = new StartCommand(Path.Combine(path, "bootstrap"), []);
        return File.Exists(start.FileName)
            ? new Contestant(Path.GetFileName(path), path, start) { Trusting = TrustingBundle }
            : throw new PeerUnavailableException($"There is no {start.FileName}; publish the build first.");
    }

    /// <summary>The <c>dotnet</c> that runs this very process, three folders above its runtime.</summary>
    private static string DotnetPath =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    private static Dictionary<string, string> TrustingBundle(TrustFiles files) =>
        new() { ["SSL_CERT_FILE"] = files.Bundle, ["SSL_CERT_DIR"] = files.EmptyFolder };
}
