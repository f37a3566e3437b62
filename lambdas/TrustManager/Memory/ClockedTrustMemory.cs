namespace Infra.TrustManager.Memory;

/// <summary>A memory that never says that something happened later than the clock says.</summary>
public sealed class ClockedTrustMemory(ITrustMemory memories, TimeProvider time) : ITrustMemory
{
    public async Task<MemoryReading> FindAsync(
        string bucket, string directoryId, CancellationToken cancellationToken)
    {
        var reading = await memories.FindAsync(bucket, directoryId, cancellationToken);
        return reading.NoLaterThan(time.GetUtcNow());
    }

    public Task<string> SaveAsync(
        string bucket, string directoryId, TrustMemory memory, string? etag, CancellationToken cancellationToken) =>
        memories.SaveAsync(bucket, directoryId, memory, etag, cancellationToken);

    public Task RemoveAsync(string bucket, string directoryId, CancellationToken cancellationToken) =>
        memories.RemoveAsync(bucket, directoryId, cancellationToken);
}
