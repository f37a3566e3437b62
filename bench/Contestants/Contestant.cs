using Infra.Bench.StandIns;
using Infra.Local.Lambda.Execution;

namespace Infra.Bench.Contestants;

/// <summary>A function that is ready to be started.</summary>
/// <param name="Name">As it stands in the report.</param>
/// <param name="Folder">Its package, as it would be deployed.</param>
/// <param name="Start">Starts it.</param>
public sealed record Contestant(string Name, string Folder, StartCommand Start)
{
    /// <summary>Environment variables of its own. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>False for a floor that answers without a document. Default: true.</summary>
    public bool ServesDocuments { get; init; } = true;

    /// <summary>Variables that make its AWS client trust the stand-in of S3 over TLS.</summary>
    public required Func<TrustFiles, IReadOnlyDictionary<string, string>> Trusting { get; init; }

    /// <summary>The same one with some variables more.</summary>
    public Contestant With(string name, params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>(Variables);
        foreach (var (variable, value) in variables)
        {
            all[variable] = value;
        }

        return this with { Name = name, Variables = all };
    }
}
