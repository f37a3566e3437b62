namespace Infra.TrustManager.Memory;

/// <summary>The memory of the directory in work: every change is stored before anything relies on it.</summary>
public sealed class TrustJournal(
    ITrustMemory store, string bucket, string directoryId, TrustMemory memory, string? etag)
{
    private string? _etag = etag;

    public TrustMemory Memory { get; private set; } = memory;

    /// <exception cref="MemoryConflictException">Somebody else works on the directory.</exception>
    public async Task RecordAsync(Func<TrustMemory, TrustMemory> change, CancellationToken cancellationToken)
    {
        var changed = change(Memory);
        if (ReferenceEquals(changed, Memory))
        {
            return;
        }

        _etag = await store.SaveAsync(bucket, directoryId, changed, _etag, cancellationToken);
        Memory = changed;
    }

    /// <summary>Ends the memory; an earlier version of it counts no more.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await RecordAsync(
            memory => new TrustMemory { Owner = memory.Owner, Closed = true }, cancellationToken);
        await store.RemoveAsync(bucket, directoryId, cancellationToken);
    }
}
