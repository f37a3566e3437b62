namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>A memory that never says that something happened later than the clock says.</summary>
public sealed class ClockedRenewalMemory(IRenewalMemory memories, TimeProvider time) : IRenewalMemory
{
    public async Task<RenewalReading> FindAsync(CancellationToken cancellationToken)
    {
        var reading = await memories.FindAsync(cancellationToken);
        return reading.NoLaterThan(time.GetUtcNow());
    }

    public Task<string> SaveAsync(RenewalMemory memory, string? etag, CancellationToken cancellationToken) =>
        memories.SaveAsync(memory, etag, cancellationToken);
}
