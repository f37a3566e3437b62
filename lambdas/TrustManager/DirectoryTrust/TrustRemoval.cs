using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Takes back from a directory what is ours, and nothing else.</summary>
public sealed class TrustRemoval(IDirectoryService directory, ITrustMemory store, TimeProvider time)
{
    private readonly TrustDesk _desk = new(store, time);
    private readonly TrustApplier _applier = new(directory, time);

    /// <returns>What a person should know; null when there is nothing.</returns>
    public async Task<string?> RemoveAsync(
        DirectoryTrustProperties properties, TrustWork work, CancellationToken cancellationToken)
    {
        TrustJournal? journal;
        try
        {
            journal = await _desk.OpenAsync(properties, work, begin: false, cancellationToken);
        }
        catch (OtherOwnerException other)
        {
            return $"{other.Message} Nothing was changed here.";
        }

        if (journal is null)
        {
            // A removal that was interrupted at its very end left a memory that says that it is over.
            await store.RemoveAsync(properties.StateBucketName, properties.DirectoryId, cancellationToken);
            return $"Nothing is remembered of directory {properties.DirectoryId}, so nothing there is known to be ours "
                + "and nothing was removed.";
        }

        return await TrustSession.RunAsync(journal, work, time, async () =>
        {
            work.Progress.Doing = $"reading directory {properties.DirectoryId}";
            if (DirectoryReadiness.IsGone(await directory.FindAsync(properties.DirectoryId, cancellationToken)))
            {
                await journal.CloseAsync(cancellationToken);
                return $"Directory {properties.DirectoryId} does not exist any more.";
            }

            var task = new TrustTask(
                properties.DirectoryId,
                DesiredTrust.Nothing,
                DesiredReader.CeilingsOf(properties),
                properties.Rules,
                time.GetUtcNow(),
                Adopt: false);
            var outcome = await _applier.ApplyAsync(task, journal, work, cancellationToken);
            work.Progress.Doing = $"forgetting directory {properties.DirectoryId}";
            await journal.CloseAsync(cancellationToken);
            return outcome.Notes.Count == 0 ? null : string.Join(" ", outcome.Notes);
        });
    }
}
