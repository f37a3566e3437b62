using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>Where the memory of one CA is kept. Every method throws <see cref="ServiceException"/>.</summary>
public interface IRenewalMemory
{
    Task<RenewalReading> FindAsync(CancellationToken cancellationToken);

    /// <summary>Writes only over the version <paramref name="etag"/>, or only where there is none when it is null.</summary>
    /// <returns>The ETag of what was written.</returns>
    /// <exception cref="MemoryConflictException">Somebody else wrote meanwhile.</exception>
    Task<string> SaveAsync(RenewalMemory memory, string? etag, CancellationToken cancellationToken);
}
