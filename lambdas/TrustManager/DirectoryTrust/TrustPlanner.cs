using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Says what would be done, and changes nothing: neither the directory nor the memory.</summary>
public sealed class TrustPlanner(Surveyor surveyor, ITrustMemory store)
{
    /// <param name="given">Null for the properties of the last deployment that was fulfilled.</param>
    /// <param name="place">Where those are; null where that is not known.</param>
    public async Task<PlanAnswer> PlanAsync(
        ResourceProperties? given, DirectoryPlace? place, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var progress = new Progress();
        try
        {
            var (properties, memory) = given is not null
                ? await GivenAsync(given, cancellationToken)
                : await SettledAsync(
                    place ?? throw new ResourceException(DirectoryPlace.Missing), cancellationToken);
            var survey = await surveyor.ReadAsync(properties, memory, at, progress, cancellationToken);
            return PlanAnswer.Of(
                [.. survey.Plan.Refusals.Count > 0 ? [] : survey.Plan.Steps.Select(step => step.Text)],
                survey.Plan.Refusals,
                [.. survey.Health is { } health ? [health] : Array.Empty<string>(), .. survey.Plan.Notes],
                PlanAnswer.LaterOf(survey));
        }
        catch (Exception failure) when (failure is ResourceException or ServiceException)
        {
            return PlanAnswer.Of([], [FailureReason.Of(failure, progress.Doing)], []);
        }
    }

    /// <summary>An owner is not part of a plan; a directory without a memory has none.</summary>
    private async Task<(DirectoryTrustProperties Properties, TrustMemory Memory)> GivenAsync(
        ResourceProperties given, CancellationToken cancellationToken)
    {
        var properties = DirectoryTrustProperties.From(given);
        var reading = await store.FindAsync(properties.StateBucketName, properties.DirectoryId, cancellationToken);
        return (properties, reading.Memory ?? new TrustMemory { Owner = new TrustOwner("", "") });
    }

    private async Task<(DirectoryTrustProperties Properties, TrustMemory Memory)> SettledAsync(
        DirectoryPlace place, CancellationToken cancellationToken)
    {
        var reading = await store.FindAsync(place.MemoryBucket, place.DirectoryId, cancellationToken);
        return Standing.Of(place.DirectoryId, reading.Memory) switch
        {
            Standing.Ready { Properties: var properties } => (properties, reading.Memory!),
            Standing.NotDeployed { Text: var text } => throw new ResourceException(text),
            var other => throw new InvalidOperationException($"{other.GetType().Name} keeps nobody from planning."),
        };
    }
}
