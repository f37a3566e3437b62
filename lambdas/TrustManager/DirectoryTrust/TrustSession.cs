using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Work under a lease: however it ends, the lease ends with it, unless the event is repeated.</summary>
internal static class TrustSession
{
    /// <summary>Lambda runs an asynchronous event that failed up to two times more.</summary>
    private const int MaxInvocations = 3;

    /// <summary>Longest that the end of the lease may hold up an answer.</summary>
    private static readonly TimeSpan ToRelease = TimeSpan.FromSeconds(1.5);

    public static async Task<T> RunAsync<T>(
        TrustJournal journal, TrustWork work, TimeProvider time, Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (UnfinishedException unfinished)
        {
            if (work.Owner is not null && journal.Memory.Attempt is { Count: < MaxInvocations })
            {
                throw;
            }

            await ReleaseAsync(journal, work, time);
            if (work.Owner is null)
            {
                // Nobody waits for it: Lambda repeats the event, and a deployment may come first.
                throw;
            }

            throw new ResourceException(
                $"{unfinished.Message} It was the last of {MaxInvocations} invocations: out of time. What was done so "
                + "far is recorded: look at the directory in the Directory Service console, then deploy again and it "
                + "continues.",
                unfinished);
        }
        catch (MemoryConflictException conflict)
        {
            throw new ResourceException(conflict.Message, conflict);
        }
        catch
        {
            await ReleaseAsync(journal, work, time);
            throw;
        }
    }

    /// <summary>A lease that cannot be released runs out by itself, which later runs wait for.</summary>
    private static async Task ReleaseAsync(TrustJournal journal, TrustWork work, TimeProvider time)
    {
        using var soon = new CancellationTokenSource(ToRelease, time);
        try
        {
            await journal.RecordAsync(memory => memory with { Lease = null }, soon.Token);
        }
        catch (Exception failure) when (
            failure is ServiceException or MemoryConflictException or OperationCanceledException)
        {
            work.Log.Warned(work.RequestId, $"The lease was not released: {failure.Message}");
        }
    }
}
