using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Says what would be done, and changes nothing: neither the directory nor the memory.</summary>
public sealed class TrustPlanner(Surveyor surveyor, ITrustMemory store, DeployedState deployed)
{
    /// <param name="given">Of this directory; null for the properties of the last deployment that was fulfilled.</param>
    public async Task<PlanAnswer> PlanAsync(
        ResourceProperties? given, DirectoryPlace place, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var progress = new Progress();
        try
        {
            var (properties, memory) = given is not null
                ? await GivenAsync(given, place, cancellationToken)
                : await SettledAsync(place, cancellationToken);
            var survey = await surveyor.ReadAsync(properties, memory, at, null, progress, cancellationToken);
            return PlanAnswer.Of(
                [.. survey.Plan.Refusals.Count > 0 ? [] : survey.Plan.Steps.Select(step => step.Text)],
                survey.Plan.Refusals,
                [
                    .. survey.Health is { } health ? [health] : Array.Empty<string>(),
                    .. survey.Plan.Notes,
                    .. Losses(given, survey),
                    .. Mismatch(given, place, memory),
                ],
                PlanAnswer.LaterOf(survey));
        }
        catch (Exception failure) when (failure is ResourceException or ServiceException)
        {
            return PlanAnswer.Of([], [FailureReason.Of(failure, progress.Doing)], []);
        }
    }

    /// <summary>What keeps a scheduled run from it, and neither a deployment nor a person's wish.</summary>
    private static IReadOnlyList<string> Losses(ResourceProperties? given, Survey survey) =>
        given is null ? SuddenLoss.Of(survey) : [];

    /// <summary>A deployment acts whatever the state holds; without given properties there is no plan then.</summary>
    private IReadOnlyList<string> Mismatch(ResourceProperties? given, DirectoryPlace place, TrustMemory memory) =>
        given is not null && deployed.StandingOf(place.DirectoryId, memory) is Standing.Mismatch { Text: var text }
            ? [text]
            : [];

    /// <summary>
    /// An owner is not part of a plan; a directory without a memory has none. The memory is the one that the function
    /// knows of, whatever bucket the properties name.
    /// </summary>
    private async Task<(DirectoryTrustProperties Properties, TrustMemory Memory)> GivenAsync(
        ResourceProperties given, DirectoryPlace place, CancellationToken cancellationToken)
    {
        var properties = DirectoryTrustProperties.From(given);
        var reading = await store.FindAsync(place.MemoryBucket, place.DirectoryId, cancellationToken);
        return (properties, reading.Memory ?? new TrustMemory { Owner = new TrustOwner("", "") });
    }

    private async Task<(DirectoryTrustProperties Properties, TrustMemory Memory)> SettledAsync(
        DirectoryPlace place, CancellationToken cancellationToken)
    {
        var reading = await store.FindAsync(place.MemoryBucket, place.DirectoryId, cancellationToken);
        return deployed.StandingOf(place.DirectoryId, reading.Memory) switch
        {
            Standing.Ready { Properties: var properties } => (properties, reading.Memory!),
            Standing.NotDeployed { Text: var text } => throw new ResourceException(text),
            Standing.Mismatch { Text: var text } => throw new ResourceException(text),
            var other => throw new InvalidOperationException($"{other.GetType().Name} keeps nobody from planning."),
        };
    }
}
