using Infra.Local.Lambda.Execution;
using Infra.Local.Synthesis;

namespace Infra.Bench.Contestants;

/// <summary>The same job in Node.js, bundled into one file as CDK would do it.</summary>
internal sealed class NodeFunction : IPeer
{
    public string Name => Names.Node;

    public async Task<Contestant> PrepareAsync(Repository repository, CancellationToken cancellationToken)
    {
        var source = Path.Combine(repository.Root, "bench", "peers", "node");
        var folder = Path.Combine(repository.Root, "artifacts", "bench", "node");
        var bundle = Path.Combine(folder, "function.js");
        await Tool.RunAsync(source, "node", ["--version"], cancellationToken);
        if (!Directory.Exists(Path.Combine(source, "node_modules")))
        {
            await Tool.RunAsync(
                source, "npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], cancellationToken);
        }

        await Tool.RunAsync(
            source, "npm", ["run", "--silent", "bundle", "--", $"--outfile={bundle}"], cancellationToken);
        File.Copy(Path.Combine(source, "bootstrap"), Path.Combine(folder, "bootstrap"), overwrite: true);
        return new Contestant(Name, folder, new StartCommand(Path.Combine(folder, "bootstrap"), []))
        {
            Trusting = files => new Dictionary<string, string> { ["NODE_EXTRA_CA_CERTS"] = files.Own },
        };
    }
}
