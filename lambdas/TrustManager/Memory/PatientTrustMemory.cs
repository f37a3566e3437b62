using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Memory;

/// <summary>A memory whose passing failures are waited out.</summary>
public sealed class PatientTrustMemory(ITrustMemory memories, Patience patience) : ITrustMemory
{
    public Task<MemoryReading> FindAsync(string bucket, string directoryId, CancellationToken cancellationToken) =>
        patience.AskAsync(token => memories.FindAsync(bucket, directoryId, token), cancellationToken);

    /// <remarks>
    /// A write whose answer was lost has changed the ETag, so that its repetition conflicts: then what is stored tells
    /// whether the writer was us.
    /// </remarks>
    public Task<string> SaveAsync(
        string bucket, string directoryId, TrustMemory memory, string? etag, CancellationToken cancellationToken)
    {
        var repeated = false;
        return patience.AskAsync(
            async token =>
            {
                try
                {
                    return await memories.SaveAsync(bucket, directoryId, memory, etag, token);
                }
                catch (ServiceException)
                {
                    repeated = true;
                    throw;
                }
                catch (MemoryConflictException) when (repeated)
                {
                    var stored = await memories.FindAsync(bucket, directoryId, token);
                    if (stored.ETag is { } now && !stored.IsEarlierVersion && IsSame(stored.Memory, memory))
                    {
                        return now;
                    }

                    throw;
                }
            },
            cancellationToken);
    }

    public Task RemoveAsync(string bucket, string directoryId, CancellationToken cancellationToken) =>
        patience.DoAsync(token => memories.RemoveAsync(bucket, directoryId, token), cancellationToken);

    /// <summary>A closed memory is not found any more, so that none is what remains of it.</summary>
    private static bool IsSame(TrustMemory? stored, TrustMemory written) => stored is null
        ? written.Closed
        : MemoryDocument.Write(stored).AsSpan().SequenceEqual(MemoryDocument.Write(written));
}
