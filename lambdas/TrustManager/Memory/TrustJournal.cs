namespace Infra.TrustManager.Memory;

/// <summary>The memory of the directory in work: every change is stored before anything relies on it.</summary>
public sealed class TrustJournal(
    ITrustMemory store, string bucket, string directoryId, TrustMemory memory, MemoryReading reading)
{
    private string? _etag = reading.ETag;
    private bool _isStored = reading.Correction is null;

    public TrustMemory Memory { get; private set; } = memory;

    /// <summary>Stores a change; also what was corrected when it was read, where nothing changes.</summary>
    /// <exception cref="MemoryConflictException">Somebody else works on the directory.</exception>
    public async Task RecordAsync(Func<TrustMemory, TrustMemory> change, CancellationToken cancellationToken)
    {
        var changed = change(Memory);
        if (ReferenceEquals(changed, Memory) && _isStored)
        {
            return;
        }

        _etag = await store.SaveAsync(bucket, directoryId, changed, _etag, cancellationToken);
        (Memory, _isStored) = (changed, true);
    }

    /// <summary>Ends the memory; an earlier version of it counts no more.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await RecordAsync(
            memory => new TrustMemory { Owner = memory.Owner, Closed = true }, cancellationToken);
        await store.RemoveAsync(bucket, directoryId, cancellationToken);
    }
}
