using Infra.TrustManager.Memory;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Changes what is remembered of a directory and nothing else, while nobody is at work on it.</summary>
public sealed class MemoryDesk(ITrustMemory store, TimeProvider time)
{
    /// <summary>How often a change is tried that somebody else's came before; each takes seconds.</summary>
    private const int MaxRaces = 5;

    /// <returns>Why it was not changed; null when it was.</returns>
    public async Task<string?> ChangeAsync(
        DirectoryPlace place, Func<TrustMemory, TrustMemory> change, CancellationToken cancellationToken)
    {
        var (bucket, id) = (place.MemoryBucket, place.DirectoryId);
        var conflict = "";
        for (var race = 1; race <= MaxRaces; race++)
        {
            var reading = await store.FindAsync(bucket, id, cancellationToken);
            if (reading.Memory is not { } memory)
            {
                return $"Nothing is remembered of directory {id}: deploy its stack first.";
            }

            // A run writes only over what it wrote itself: any other write would end it as a failure.
            if (memory.Lease is { } lease && time.GetUtcNow() < lease.Until)
            {
                return $"Request {lease.Holder} works on directory {id}, until {lease.Until:u} at the latest: ask "
                    + "again after it.";
            }

            try
            {
                var changed = change(memory);
                if (!ReferenceEquals(changed, memory))
                {
                    await store.SaveAsync(bucket, id, changed, reading.ETag, cancellationToken);
                }

                return null;
            }
            catch (MemoryConflictException failure)
            {
                conflict = failure.Message;
            }
        }

        return conflict;
    }
}
