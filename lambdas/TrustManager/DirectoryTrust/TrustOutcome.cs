using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>What a run left behind.</summary>
/// <param name="Changed">False when everything was as desired already.</param>
public sealed record TrustOutcome(DirectoryState State, IReadOnlyList<string> Notes, bool Changed)
{
    /// <summary>What was changed, one line each.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    /// <summary>What follows on a later day.</summary>
    public IReadOnlyList<WaitingStep> Waiting { get; init; } = [];
}
