using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>Reads what waits for approval, and changes nothing: also where the sources cannot be read.</summary>
public sealed class ApprovalsReader(Surveyor surveyor, ITrustMemory store, TimeProvider time)
{
    /// <exception cref="ServiceException">The state cannot be read now.</exception>
    public async Task<ApprovalsResponse> ReadAsync(DirectoryPlace place, CancellationToken cancellationToken)
    {
        var id = place.DirectoryId;
        var reading = await store.FindAsync(place.MemoryBucket, id, cancellationToken);
        switch (Standing.Of(id, reading.Memory))
        {
            case Standing.NotDeployed { Text: var text }:
                return new ApprovalsResponse(text, id) { Notes = [text] };
            case Standing.Ready { Properties: var properties }:
                return await ReadAsync(properties, reading.Memory!, cancellationToken);
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} does not stop reading.");
        }
    }

    private async Task<ApprovalsResponse> ReadAsync(
        DirectoryTrustProperties properties, TrustMemory memory, CancellationToken cancellationToken)
    {
        var progress = new Progress();
        try
        {
            var survey = await surveyor.ReadAsync(
                properties, memory, time.GetUtcNow(), notice: null, progress, cancellationToken);
            return ApprovalsResponse.Of(properties.DirectoryId, survey.Recalled, survey, []);
        }
        catch (Exception failure) when (failure is ResourceException or ServiceException)
        {
            return ApprovalsResponse.Of(
                properties.DirectoryId,
                memory,
                survey: null,
                [
                    "This is what the last run saw, since it cannot be read now: "
                        + FailureReason.Of(failure, progress.Doing),
                ]);
        }
    }
}
