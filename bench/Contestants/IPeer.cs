using Infra.Local.Synthesis;

namespace Infra.Bench.Contestants;

/// <summary>Someone to compare with, who may have to be built first.</summary>
internal interface IPeer
{
    string Name { get; }

    /// <exception cref="PeerUnavailableException">This machine lacks what the peer needs.</exception>
    Task<Contestant> PrepareAsync(Repository repository, CancellationToken cancellationToken);
}
