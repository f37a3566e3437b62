using Infra.TrustManager.Memory;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>The memory of the CA in work: every change is stored before anything relies on it.</summary>
/// <remarks>
/// There is no lease: each write demands the version that was read, so that of two runs at a time one stops at its next
/// write. What both may have done by then, they did with the same idempotency token.
/// </remarks>
public sealed class RenewalJournal(IRenewalMemory store, RenewalReading reading)
{
    private string? _etag = reading.ETag;
    private bool _isStored = reading.Correction is null;

    public RenewalMemory Memory { get; private set; } = reading.Memory ?? new RenewalMemory();

    /// <summary>What the reading corrected, for the log; null for nothing.</summary>
    public string? Correction => reading.Correction;

    public static async Task<RenewalJournal> OpenAsync(IRenewalMemory store, CancellationToken cancellationToken) =>
        new(store, await store.FindAsync(cancellationToken));

    /// <summary>Stores a change; also what was corrected when it was read, where nothing changes.</summary>
    /// <exception cref="MemoryConflictException">Somebody else works on the CA.</exception>
    public async Task RecordAsync(Func<RenewalMemory, RenewalMemory> change, CancellationToken cancellationToken)
    {
        var changed = change(Memory);
        if (ReferenceEquals(changed, Memory) && _isStored)
        {
            return;
        }

        _etag = await store.SaveAsync(changed, _etag, cancellationToken);
        (Memory, _isStored) = (changed, true);
    }
}
