using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Judges a state for requests that read, as a run does: it must hold what the template asks for.</summary>
/// <remarks>A lease keeps runs from a directory, and no request that reads.</remarks>
/// <param name="deployed">What the templates of the directories ask for, by directory id.</param>
public sealed class DeployedState(IReadOnlyDictionary<string, DeployedProperties> deployed)
{
    /// <returns>Ready, NotDeployed or Mismatch.</returns>
    public Standing StandingOf(string directoryId, TrustMemory? memory) => Standing.Of(
        directoryId,
        memory is null ? null : memory with { Lease = null },
        deployed[directoryId],
        requestId: "",
        now: default);
}
