using Infra.Local.Lambda.Execution;
using Infra.Local.Synthesis;

namespace Infra.Bench.Contestants;

/// <summary>The script that people use today, with this machine's python3 and boto3.</summary>
internal sealed class PythonFunction : IPeer
{
    public string Name => Names.Python;

    public async Task<Contestant> PrepareAsync(Repository repository, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(repository.Root, "bench", "peers", "python");
        string interpreter;
        try
        {
            interpreter = await Tool.RunAsync(
                folder, "python3", ["-c", "import boto3, sys; print(sys.executable)"], cancellationToken);
        }
        catch (PeerUnavailableException missing)
        {
            throw new PeerUnavailableException(
                $"python3 with boto3 is needed (bench/peers/python/requirements.txt): {missing.Message}");
        }

        return new Contestant(Name, folder, new StartCommand(Path.Combine(folder, "bootstrap"), []))
        {
            // The interpreter itself: what is on the PATH may be a version manager's script, which takes as long as the
            // rest together.
            Variables = new Dictionary<string, string> { ["PEER_PYTHON"] = interpreter },
            Trusting = files => new Dictionary<string, string> { ["AWS_CA_BUNDLE"] = files.Bundle },
        };
    }
}
