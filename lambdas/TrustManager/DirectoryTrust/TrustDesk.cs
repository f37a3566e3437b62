using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Lets one run at a time work on a directory, and only the resource that owns it.</summary>
public sealed class TrustDesk(ITrustMemory store, TimeProvider time)
{
    /// <summary>
    /// How long after the end of the work a lease lasts: the answer takes ten seconds, and clocks differ by some.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <summary>How often a lost race for the lease is run again.</summary>
    private const int MaxRaces = 5;

    /// <summary>The memory, leased to this request; null when there is none and <paramref name="begin"/> is false.</summary>
    /// <exception cref="ResourceException">The directory is somebody else's, or somebody else is at work.</exception>
    public async Task<TrustJournal?> OpenAsync(
        DirectoryTrustProperties properties, TrustWork work, bool begin, CancellationToken cancellationToken)
    {
        var (bucket, id) = (properties.StateBucketName, properties.DirectoryId);
        var owner = work.Owner ?? throw new ArgumentException("A deployment has an owner.", nameof(work));
        for (var (race, wait) = (1, 1); ; race++)
        {
            work.Progress.Doing = $"reading the memory of directory {id}";
            var reading = await store.FindAsync(bucket, id, cancellationToken);
            if (reading.Memory is null && !begin)
            {
                return null;
            }

            var memory = reading.Memory ?? new TrustMemory { Owner = owner };
            if (memory.Owner != owner)
            {
                throw new OtherOwnerException(
                    $"Directory {id} is managed by {memory.Owner}: two would undo each other's work. Remove it there "
                    + $"first; if that stack is gone, delete s3://{bucket}/{MemoryKey.For(id)} with all its versions.");
            }

            if (memory.Lease?.Keeps(work.RequestId, time.GetUtcNow()) == true)
            {
                await WaitForAsync(memory.Lease, id, work, wait++, cancellationToken);
                continue;
            }

            NoteLoss(reading, bucket, id, work);
            var journal = new TrustJournal(store, bucket, id, memory, reading);
            try
            {
                await journal.RecordAsync(earlier => Leased(earlier, properties, work), cancellationToken);
                return journal;
            }
            catch (MemoryConflictException conflict)
            {
                if (race >= MaxRaces)
                {
                    throw new ResourceException(conflict.Message, conflict);
                }
            }
        }
    }

    /// <summary>
    /// The memory that was just read, leased to a run that is no deployment; null when somebody else wrote it since.
    /// </summary>
    public async Task<TrustJournal?> LeaseAsync(
        MemoryReading reading, DirectoryPlace place, TrustWork work, CancellationToken cancellationToken)
    {
        var (bucket, id) = (place.MemoryBucket, place.DirectoryId);
        NoteLoss(reading, bucket, id, work);
        var journal = new TrustJournal(store, bucket, id, reading.Memory!, reading);
        try
        {
            await journal.RecordAsync(
                memory => memory with { Lease = new TrustLease(work.RequestId, work.FinishBy + Margin) },
                cancellationToken);
            return journal;
        }
        catch (MemoryConflictException)
        {
            return null;
        }
    }

    private static void NoteLoss(MemoryReading reading, string bucket, string id, TrustWork work)
    {
        if (reading.IsEarlierVersion)
        {
            work.Log.Warned(
                id, $"The newest memory s3://{bucket}/{MemoryKey.For(id)} was lost; an earlier one is used.");
        }

        if (reading.Correction is { } correction)
        {
            work.Log.Warned(id, correction);
        }
    }

    private static TrustMemory Leased(TrustMemory memory, DirectoryTrustProperties properties, TrustWork work)
    {
        var request = work.RequestId;
        var count = memory.Attempt?.RequestId == request ? memory.Attempt.Count + 1 : 1;
        return memory with
        {
            Attempt = new TrustAttempt(properties.Fingerprint(), request, count),
            Lease = new TrustLease(request, work.FinishBy + Margin),
        };
    }

    private async Task WaitForAsync(
        TrustLease lease, string directoryId, TrustWork work, int look, CancellationToken cancellationToken)
    {
        if (lease.Until > work.FinishBy)
        {
            throw new ResourceException(
                $"Request {lease.Holder} works on directory {directoryId} until {lease.Until:u} at the latest. Wait for "
                + "it to end, then deploy again.");
        }

        work.Progress.Doing = $"waiting for request {lease.Holder} to end its work on directory {directoryId}";
        await new Pauses(work, time).PauseAsync(look, cancellationToken);
    }
}
