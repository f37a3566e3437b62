using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Memory;

/// <summary>Where the memory of each directory is kept. Every method throws <see cref="ServiceException"/>.</summary>
public interface ITrustMemory
{
    /// <summary>What is remembered of a directory, from an earlier version where the newest is lost.</summary>
    Task<MemoryReading> FindAsync(string bucket, string directoryId, CancellationToken cancellationToken);

    /// <summary>Writes only over the version <paramref name="etag"/>, or only where there is none when it is null.</summary>
    /// <returns>The ETag of what was written.</returns>
    /// <exception cref="MemoryConflictException">Somebody else wrote meanwhile.</exception>
    Task<string> SaveAsync(
        string bucket, string directoryId, TrustMemory memory, string? etag, CancellationToken cancellationToken);

    /// <summary>Forgets a directory; succeeds when nothing is remembered.</summary>
    Task RemoveAsync(string bucket, string directoryId, CancellationToken cancellationToken);
}
