using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Takes a certificate of ours away.</summary>
internal static class Deregistration
{
    /// <summary>
    /// How often a certificate in use is tried: a directory needs a moment to let go after a feature was disabled.
    /// </summary>
    private const int MaxAttempts = 4;

    /// <summary>
    /// How long a certificate may be listed as going. AWS documents neither how long it takes nor whether the entry
    /// vanishes at all; what still lists it then does not count it.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static async Task BeginAsync(TrustRun run, TrustStep.Deregister step, CancellationToken cancellationToken)
    {
        await run.Journal.RecordAsync(
            memory => memory.Phased(step.Id, MemoryPhase.Deregistering, step.Why), cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await run.Directory.DeregisterAsync(run.DirectoryId, step.Id, cancellationToken);
                run.Did(
                    $"'{step.CommonName}' for {PurposeName.Of(step.Purpose)}", step.Id, $"not registered: {step.Why}");
                return;
            }
            catch (ServiceException failure) when (failure.Failure == ServiceFailure.CertificateInUse)
            {
                if (attempt == MaxAttempts)
                {
                    await KeepAsync(run, step.Id, step.CommonName, "is still in use", cancellationToken);
                    return;
                }
            }

            await run.Pauses.PauseAsync(attempt, cancellationToken);
        }
    }

    public static async Task AwaitAsync(
        TrustRun run, TrustStep.AwaitDeregistered step, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        for (var look = 1; !run.Kept.Contains(step.Id); look++)
        {
            var listed = await run.ListAsync(cancellationToken);
            var entry = listed.FirstOrDefault(one => one.Id == step.Id);
            if (entry is null || (!entry.IsThere && run.Time.GetElapsedTime(started) >= Longest))
            {
                await run.Journal.RecordAsync(memory => Removed(memory, run, step.Id), cancellationToken);
                return;
            }

            if (entry.State == RegistrationState.DeregisterFailed)
            {
                await KeepAsync(run, step.Id, step.CommonName, "could not be deregistered", cancellationToken);
                return;
            }

            await run.Pauses.PauseAsync(look, cancellationToken);
        }
    }

    private static async Task KeepAsync(
        TrustRun run, string id, string commonName, string why, CancellationToken cancellationToken)
    {
        run.Kept.Add(id);
        var note = $"'{commonName}' ({id}) {why} and stays registered; the next deployment tries again.";
        run.Notes.Add(note);
        run.Work.Log.Warned(run.DirectoryId, note);
        await run.Journal.RecordAsync(
            memory => memory.Phased(id, MemoryPhase.Registered)
                .Noting(run.Occasion, $"kept '{commonName}' ({id})", $"it {why}"),
            cancellationToken);
    }

    private static TrustMemory Removed(TrustMemory memory, TrustRun run, string id) =>
        memory.Certificates.FirstOrDefault(entry => entry.CertificateId == id) is { } entry
            ? memory.Phased(id, MemoryPhase.Removed).NotingRemoved(run.Occasion, entry)
            : memory;
}
