using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>
/// <c>Custom::DirectoryTrust</c>: a directory trusts our CA certificates for as long as the resource exists.
/// </summary>
public sealed class DirectoryTrustResource(
    IDirectoryService directory, ITrustMemory store, IWantedCertificates source, TimeProvider time) : ICustomResource
{
    private readonly TrustDesk _desk = new(store, time);
    private readonly TrustApplier _applier = new(directory, time);
    private readonly DesiredReader _desired = new(source);
    private readonly TrustRemoval _removal = new(directory, store, time);

    public string PhysicalIdFor(CustomResourceRequest request) =>
        PhysicalId(DirectoryTrustReading.DirectoryIn(request.Properties) ?? request.Address.LogicalResourceId);

    public Task<ResourceResult> CreateAsync(ResourceWork work, CancellationToken cancellationToken) =>
        ConfigureAsync(work, cancellationToken);

    public async Task<ResourceResult> UpdateAsync(ResourceWork work, CancellationToken cancellationToken)
    {
        var result = await ConfigureAsync(work, cancellationToken);

        // With a new physical id CloudFormation deletes the earlier resource. Without one, as when it rolls back an
        // update to another directory that failed, nobody but us undoes what was done to that directory.
        if (DirectoryTrustProperties.Find(work.Request.OldProperties) is { } earlier
            && PhysicalId(earlier.DirectoryId) != result.PhysicalResourceId
            && work.Request.Address.PhysicalResourceId == result.PhysicalResourceId)
        {
            var says = await _removal.RemoveAsync(earlier, TrustWork.Of(work), cancellationToken);
            return result with { Says = string.Join(" ", new[] { result.Says, says }.OfType<string>()) };
        }

        return result;
    }

    public async Task<ResourceResult> DeleteAsync(ResourceWork work, CancellationToken cancellationToken)
    {
        var says = DirectoryTrustProperties.Find(work.Request.Properties) is { } properties
            ? await _removal.RemoveAsync(properties, TrustWork.Of(work), cancellationToken)
            : "Nothing was changed: the properties never named a directory and what it shall trust.";
        return new ResourceResult(work.Request.Address.PhysicalResourceId ?? PhysicalIdFor(work.Request), says);
    }

    private static string PhysicalId(string directoryId) => $"directory-trust/{directoryId}";

    private async Task<ResourceResult> ConfigureAsync(ResourceWork work, CancellationToken cancellationToken)
    {
        var properties = DirectoryTrustProperties.From(work.Request.Properties);
        if (work.Request.Properties.Unknown(DirectoryTrustReading.Known) is { Count: > 0 } unknown)
        {
            work.Log.Noted(
                properties.DirectoryId,
                $"Properties that this release does not know are ignored: {string.Join(", ", unknown)}.");
        }

        var run = TrustWork.Of(work);
        var journal = await OpenAsync(properties, run, cancellationToken);
        return await TrustSession.RunAsync(journal, run, time, async () =>
        {
            var isNew = journal.Memory is { Settled: null, Certificates.Count: 0 };
            work.Progress.Doing = $"reading directory {properties.DirectoryId}";
            var health = DirectoryReadiness.Check(
                await directory.FindAsync(properties.DirectoryId, cancellationToken), properties);
            var desired = await DesiredAsync(properties, journal.Memory, work, cancellationToken);
            var task = new TrustTask(
                properties.DirectoryId,
                desired,
                DesiredReader.CeilingsOf(properties),
                properties.Rules with { Mode = RotationMode.Automatic },
                time.GetUtcNow(),
                properties.AdoptRegistered);
            var outcome = await _applier.ApplyAsync(task, journal, run, cancellationToken);
            string[] notes =
            [
                .. health is null ? Array.Empty<string>() : [health],
                .. work.Request.Kind == RequestKind.Update && isNew && !IsMove(work)
                    ? [Forgotten(properties)]
                    : Array.Empty<string>(),
                .. outcome.Notes,
            ];
            outcome = outcome with { Notes = notes };
            var settled = new SettledTrust(
                properties.Fingerprint(), desired.AsSettled(outcome.State, journal.Memory, task.At))
            {
                Properties = properties,
            };
            await journal.RecordAsync(
                memory => memory.SettlingAdmission(desired).SettledWith(settled, time.GetUtcNow()), cancellationToken);
            return new ResourceResult(
                PhysicalId(properties.DirectoryId),
                DirectoryTrustOutputs.From(outcome, journal.Memory, desired),
                notes.Length == 0 ? null : string.Join(" ", notes));
        });
    }

    private async Task<TrustJournal> OpenAsync(
        DirectoryTrustProperties properties, TrustWork work, CancellationToken cancellationToken)
    {
        try
        {
            return (await _desk.OpenAsync(properties, work, begin: true, cancellationToken))!;
        }
        catch (OtherOwnerException other)
        {
            throw new ResourceException($"{other.Message} Nothing was changed.", other);
        }
    }

    /// <summary>
    /// An update back to what is settled, from properties that never were, is CloudFormation's rollback.
    /// </summary>
    private Task<DesiredTrust> DesiredAsync(
        DirectoryTrustProperties properties, TrustMemory memory, ResourceWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"reading the CA certificates for directory {properties.DirectoryId}";
        return work.Request.Kind == RequestKind.Update
            && memory.Settled is { } settled
            && settled.Fingerprint == properties.Fingerprint()
            && DirectoryTrustProperties.Find(work.Request.OldProperties)?.Fingerprint() != settled.Fingerprint
                ? _desired.BackAsync(properties, settled, memory, time.GetUtcNow(), cancellationToken)
                : _desired.ReadAsync(properties, memory, time.GetUtcNow(), notice: null, cancellationToken);
    }

    private static bool IsMove(ResourceWork work) =>
        work.Request.OldProperties[nameof(DirectoryTrustProperties.DirectoryId)]
            != work.Request.Properties[nameof(DirectoryTrustProperties.DirectoryId)];

    private static string Forgotten(DirectoryTrustProperties properties) => properties.AdoptRegistered
        ? "The memory of this directory was lost; what is registered and wanted counts as ours from now on."
        : "The memory of this directory was lost, so what is registered counts as registered by others and stays. "
            + "AdoptRegistered makes what is wanted of it ours again.";
}
