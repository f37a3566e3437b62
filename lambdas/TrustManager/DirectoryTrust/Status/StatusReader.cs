using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Status;

/// <summary>Reads how a directory is, and changes nothing: also where its sources cannot be read.</summary>
public sealed class StatusReader(
    IDirectoryService directory, Surveyor surveyor, ITrustMemory store, DeployedState deployed)
{
    private static readonly TrustOwner Nobody = new("", "");

    private readonly DirectoryReader _reader = new(directory);

    /// <exception cref="ServiceException">The directory or its state cannot be read now.</exception>
    public async Task<StatusResponse> ReadAsync(
        DirectoryPlace place, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var reading = await store.FindAsync(place.MemoryBucket, place.DirectoryId, cancellationToken);
        var memory = reading.Memory ?? new TrustMemory { Owner = Nobody };
        var status = new StatusResponse("", place.DirectoryId)
        {
            DirectoryName = memory.Settled?.Properties?.DirectoryName,
            RotationMode = memory.Settled?.Properties?.RotationMode,
            Hold = memory.Hold is { } hold && hold.IsOn(at) ? hold : null,
            LastRun = memory.LastRun,
            Lease = memory.Lease is { } lease && at < lease.Until ? lease : null,
        };
        return (await ReadAsync(status, reading.Memory, memory, at, cancellationToken)).Written();
    }

    /// <param name="found">Null where nothing is known of the directory.</param>
    private async Task<StatusResponse> ReadAsync(
        StatusResponse status,
        TrustMemory? found,
        TrustMemory memory,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var standing = deployed.StandingOf(status.DirectoryId, found);
        if (standing is not Standing.Ready { Properties: var properties })
        {
            return await SeenAsync(status with { Notes = [Obstacle(standing)] }, memory, at, cancellationToken);
        }

        var progress = new Progress();
        try
        {
            var survey = await surveyor.ReadAsync(
                properties, memory, at, notice: null, progress, cancellationToken);
            return Of(status, survey.State, survey.Desired, survey.Recalled, at) with
            {
                ScheduledChanges = PlanAnswer.LaterOf(survey),
                Notes = [.. Notes(survey)],
            };
        }
        catch (Exception failure) when (failure is ResourceException or ServiceException)
        {
            var note = $"The next run fails: {FailureReason.Of(failure, progress.Doing)}";
            return await SeenAsync(status with { Notes = [note] }, memory, at, cancellationToken);
        }
    }

    /// <summary>Why a run would do nothing.</summary>
    private static string Obstacle(Standing standing) => standing switch
    {
        Standing.NotDeployed { Text: var text } => text,
        Standing.Mismatch { Text: var text } => text,
        _ => throw new InvalidOperationException($"{standing.GetType().Name} does not prevent reading."),
    };

    /// <summary>What the directory itself says, where its sources are unknown.</summary>
    private async Task<StatusResponse> SeenAsync(
        StatusResponse status, TrustMemory memory, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var desired = memory.Settled?.Trust ?? DesiredTrust.Nothing;
        var state = await _reader.ReadAsync(status.DirectoryId, desired, memory, cancellationToken);
        return Of(status, state, desired, memory, at);
    }

    private static StatusResponse Of(
        StatusResponse status, DirectoryState state, DesiredTrust desired, TrustMemory memory, DateTimeOffset at) =>
        status with
        {
            Features = FeatureLine.Of(state, desired, memory),
            Certificates = CertificateStatus.Of(state, memory, at),
        };

    private static IEnumerable<string> Notes(Survey survey) =>
    [
        .. survey.Health is { } health ? [health] : Array.Empty<string>(),
        .. survey.Plan.Refusals.Select(refusal => $"The next run is refused: {refusal}"),
        .. survey.Plan.Refusals.Count == 0 && survey.Plan.Steps.Count > 0
            ? [$"Due now: {string.Join("; ", survey.Plan.Steps.Select(step => step.Text))}."]
            : Array.Empty<string>(),
        .. survey.Plan.Notes,
    ];
}
