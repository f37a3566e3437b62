using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Says what a deployment would do, and changes nothing: neither the directory nor the memory.</summary>
public sealed class TrustPlanner(
    IDirectoryService directory, ITrustMemory store, IWantedCertificates source, TimeProvider time)
{
    private readonly DirectoryReader _reader = new(directory);
    private readonly DesiredReader _desired = new(source);

    public async Task<PlanAnswer> PlanAsync(ResourceProperties given, CancellationToken cancellationToken)
    {
        try
        {
            var properties = DirectoryTrustProperties.From(given);
            var id = properties.DirectoryId;
            var health = DirectoryReadiness.Check(await directory.FindAsync(id, cancellationToken), properties);
            var desired = await _desired.ReadAsync(properties, cancellationToken);
            var reading = await store.FindAsync(properties.StateBucketName, id, cancellationToken);

            // An owner is not part of a plan; a directory without a memory has none.
            var memory = reading.Memory ?? new TrustMemory { Owner = new TrustOwner("", "") };
            var state = await _reader.ReadAsync(id, desired, memory, cancellationToken);
            memory = memory.Recalling(state);
            memory = properties.AdoptRegistered ? memory.Adopting(state.Certificates, desired) : memory;
            var plan = TrustPlan.Between(
                state, memory, desired, DesiredReader.CeilingsOf(properties), time.GetUtcNow());
            return PlanAnswer.Of(
                [.. plan.Refusals.Count > 0 ? [] : plan.Steps.Select(step => step.Text)],
                plan.Refusals,
                [.. health is null ? Array.Empty<string>() : [health], .. plan.Notes]);
        }
        catch (Exception failure) when (failure is ResourceException or ServiceException)
        {
            return PlanAnswer.Of([], [FailureReason.Of(failure, "planning")], []);
        }
    }
}
