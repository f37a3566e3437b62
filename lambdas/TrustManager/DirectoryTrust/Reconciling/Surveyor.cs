using Infra.TrustManager.Admission;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>Reads a directory and its sources, and plans.</summary>
public sealed class Surveyor(IDirectoryService directory, IWantedCertificates source)
{
    private readonly DirectoryReader _reader = new(directory);
    private readonly DesiredReader _desired = new(source);

    /// <param name="notice">An event about an object, which may say who wrote it; null for none.</param>
    /// <exception cref="ResourceException">The directory cannot do it, or a source is not as it must be.</exception>
    /// <exception cref="ServiceException">Something cannot be read now.</exception>
    public async Task<Survey> ReadAsync(
        DirectoryTrustProperties properties,
        TrustMemory memory,
        DateTimeOffset at,
        ObjectOrigin? notice,
        Progress progress,
        CancellationToken cancellationToken)
    {
        var id = properties.DirectoryId;
        progress.Doing = $"reading directory {id}";
        var health = DirectoryReadiness.Check(await directory.FindAsync(id, cancellationToken), properties);
        progress.Doing = $"reading the CA certificates for directory {id}";
        var desired = await _desired.ReadAsync(properties, memory, at, notice, cancellationToken);
        progress.Doing = $"reading what directory {id} trusts";
        var state = await _reader.ReadAsync(id, desired, memory, cancellationToken);
        var recalled = memory.Recalling(state, at);
        recalled = properties.AdoptRegistered
            ? recalled.Adopting(state.Certificates, desired).Recalling(state, at)
            : recalled;
        recalled = recalled.Withholding(desired, state, new Occasion(at, ""));
        var plan = TrustPlan.Between(
            state, recalled, desired, DesiredReader.CeilingsOf(properties), properties.Rules, at);
        return new Survey(properties, desired, state, memory, recalled, plan, health, at);
    }
}
