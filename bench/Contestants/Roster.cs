using Infra.Local.Synthesis;

namespace Infra.Bench.Contestants;

/// <summary>Everyone who takes part in a run.</summary>
internal sealed class Roster
{
    private static readonly IPeer[] Peers =
    [
        new DotnetFunction(Names.Ours, "lambdas/CrlResponder"),
        new PythonFunction(),
        new NodeFunction(),
        new DotnetFunction(Names.JustInTime, "lambdas/CrlResponder") { Runtime = "dotnet10" },
        new DotnetFunction(Names.PlainReadyToRun, "lambdas/CrlResponder")
        {
            Variant = "provided.al2023-x86_64-plain-readytorun",
            Properties = ["PublishReadyToRunComposite=false"],
        },
        new DotnetFunction(Names.BareDotnet, "bench/peers/bare-dotnet")
        {
            Assembly = "BareFunction",
            ServesDocuments = false,
        },
    ];

    private readonly Dictionary<string, Contestant> _byName;

    private Roster(IEnumerable<Contestant> contestants, IReadOnlyList<Contestant> variants) =>
        (_byName, Variants) = (contestants.ToDictionary(contestant => contestant.Name), variants);

    public Contestant Ours => _byName[Names.Ours];

    /// <summary>Other builds of ours that the command line names.</summary>
    public IReadOnlyList<Contestant> Variants { get; }

    public Contestant? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Those of these names that take part, in this order.</summary>
    public IReadOnlyList<Contestant> Of(params IReadOnlyList<string> names) => [.. names.Select(Find).OfType<Contestant>()];

    /// <summary>Builds those who are needed; a peer that cannot take part is named with the reason.</summary>
    /// <param name="repository">Where they are.</param>
    /// <param name="names">Whom the figures need.</param>
    /// <param name="variants">Folders of other builds of our function.</param>
    /// <param name="say">Tells the person who waits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PeerUnavailableException">We ourselves cannot.</exception>
    public static async Task<Roster> PrepareAsync(
        Repository repository,
        IEnumerable<string> names,
        IReadOnlyList<string> variants,
        Action<string> say,
        CancellationToken cancellationToken)
    {
        var contestants = new List<Contestant>();
        foreach (var peer in Peers.Where(peer => names.Contains(peer.Name)))
        {
            say($"preparing {peer.Name}");
            try
            {
                contestants.Add(await peer.PrepareAsync(repository, cancellationToken));
            }
            catch (PeerUnavailableException missing) when (peer.Name != Names.Ours)
            {
                say($"SKIPPED {peer.Name}: {missing.Message}");
            }
        }

        return new Roster(contestants, [.. variants.Select(DotnetFunction.In)]);
    }
}
