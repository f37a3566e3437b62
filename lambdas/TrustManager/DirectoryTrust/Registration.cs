using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Registers a certificate so that it is known afterwards whose it is, whatever became of the answer.</summary>
internal static class Registration
{
    /// <summary>
    /// How often a registration is asked for in one invocation: at pauses of up to 15 seconds, some four minutes of a
    /// directory that is not available, or still busy with an earlier certificate.
    /// </summary>
    private const int MaxAttempts = 20;

    public static async Task BeginAsync(TrustRun run, TrustStep.Register step, CancellationToken cancellationToken)
    {
        if (await TryAsync(run, step, cancellationToken) is { } found)
        {
            run.Notes.Add($"'{found.CommonName}' ({found.Id}) was registered by others meanwhile and is left alone.");
        }
    }

    /// <returns>What others registered and is this certificate; null when it is ours.</returns>
    public static async Task<RegisteredCertificate?> TryAsync(
        TrustRun run, TrustStep.Register step, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var listed = await run.ListAsync(cancellationToken);
            await run.Journal.RecordAsync(memory => Recalled(memory, run, listed), cancellationToken);
            var earlier = run.Journal.Memory.Of(step.Purpose, step.Certificate);
            if (earlier?.CertificateId is { } ours)
            {
                Registered(run, step, ours);
                return null;
            }

            var begun = new RememberedCertificate(
                step.Certificate,
                step.Purpose,
                CertificateId: null,
                step.OcspUrl,
                MemoryPhase.Registering,
                earlier is { Phase: MemoryPhase.Registering } ? earlier.IdsSeenBefore : [.. listed.Select(one => one.Id)])
            {
                Why = step.Why,
                RegisteredBecause = step.Why,
                IsByRun = run.Work.Owner is null,
            };
            await run.Journal.RecordAsync(memory => memory.With(begun), cancellationToken);
            try
            {
                var id = await run.Directory.RegisterAsync(
                    run.DirectoryId, step.Purpose, step.Certificate.Pem, step.OcspUrl, cancellationToken);
                var done = begun with { CertificateId = id, Phase = MemoryPhase.Registered };
                await run.Journal.RecordAsync(
                    memory => memory.With(done).NotingRegistered(run.Occasion, done), cancellationToken);
                Registered(run, step, id);
                return null;
            }
            catch (ServiceException failure)
            {
                var (isSettled, found) = await SettleAsync(run, step, earlier, failure, cancellationToken);
                if (isSettled)
                {
                    return found;
                }

                if (attempt == MaxAttempts)
                {
                    throw;
                }
            }

            await run.Pauses.PauseAsync(attempt, cancellationToken);
        }
    }

    public static async Task AwaitAsync(TrustRun run, TrustStep.AwaitRegistered step, CancellationToken cancellationToken)
    {
        var name = step.Certificate.CommonName;
        for (var look = 1; ; look++)
        {
            var listed = await run.ListAsync(cancellationToken);
            var id = run.Journal.Memory.Of(step.Purpose, step.Certificate)?.CertificateId;
            var entry = id is not null
                ? listed.FirstOrDefault(one => one.Id == id)
                : Foreign(run, step.Purpose, step.Certificate, listed);
            switch (entry?.State)
            {
                case RegistrationState.Registered:
                    await run.Journal.RecordAsync(memory => Recalled(memory, run, listed), cancellationToken);
                    return;
                case RegistrationState.RegisterFailed:
                    var known = await run.Directory.FindCertificateAsync(run.DirectoryId, entry.Id, cancellationToken);
                    await run.Journal.RecordAsync(
                        memory => memory.Noting(
                            run.Occasion,
                            $"'{name}' ({entry.Id}) was not accepted for {PurposeName.Of(step.Purpose)}",
                            known?.StateReason ?? "the directory gave no reason"),
                        cancellationToken);
                    throw new ResourceException(
                        $"Directory {run.DirectoryId} did not accept '{name}' ({step.Certificate.Thumbprint}) for "
                        + $"{PurposeName.Of(step.Purpose)}: {known?.StateReason ?? "it gave no reason"}. Correct or "
                        + "replace that certificate and deploy again; the failed registration is removed then.");
                case null or RegistrationState.Deregistering or RegistrationState.DeregisterFailed:
                    throw new ResourceException(
                        $"'{name}' ({id ?? "no id"}) was deregistered from directory {run.DirectoryId} by somebody else "
                        + "while its registration was awaited. Make sure that nothing else manages the directory, then "
                        + "deploy again.");
                default:
                    await run.Pauses.PauseAsync(look, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>
    /// Settled when there is nothing more to do, with what others registered, if that is why; else asking again may help.
    /// </summary>
    private static async Task<(bool IsSettled, RegisteredCertificate? Found)> SettleAsync(
        TrustRun run,
        TrustStep.Register step,
        RememberedCertificate? earlier,
        ServiceException failure,
        CancellationToken cancellationToken)
    {
        if (failure.Failure == ServiceFailure.Unavailable)
        {
            // It may have taken effect: the next look at the list tells.
            return (false, null);
        }

        var listed = await run.ListAsync(cancellationToken);
        await run.Journal.RecordAsync(memory => Recalled(memory, run, listed), cancellationToken);
        if (run.Journal.Memory.Of(step.Purpose, step.Certificate)?.CertificateId is { } ours)
        {
            Registered(run, step, ours);
            return (true, null);
        }

        // This call certainly had no effect, so that it does not make anything ours.
        await run.Journal.RecordAsync(
            memory => earlier is null ? memory.Without(step.Purpose, step.Certificate) : memory.With(earlier),
            cancellationToken);
        var isGoing = listed.Any(one => one.Purpose == step.Purpose && !one.IsThere);
        switch (failure.Failure)
        {
            case ServiceFailure.Throttled:
                return (false, null);
            case ServiceFailure.CertificateLimit when !isGoing:
                throw new DirectoryFullException(
                    step.Purpose, listed.Count(one => one.Purpose == step.Purpose && one.IsThere), failure);
            case ServiceFailure.CertificateExists
                when Foreign(run, step.Purpose, step.Certificate, listed) is { } found:
                await run.Journal.RecordAsync(
                    memory => memory.Identified(found.Id, step.Certificate.Thumbprint), cancellationToken);
                return (true, found);
            case ServiceFailure.CertificateLimit or ServiceFailure.CertificateExists when isGoing:
                return (false, null);
            case ServiceFailure.CertificateExists:
                throw new ResourceException(
                    $"Directory {run.DirectoryId} says that '{step.Certificate.CommonName}' "
                    + $"({step.Certificate.Thumbprint}) is registered already, but lists none that works under that name "
                    + "and expiry. Deregister what it lists of that certificate, then deploy again.",
                    failure);
            default:
                throw failure;
        }
    }

    private static TrustMemory Recalled(
        TrustMemory memory, TrustRun run, IReadOnlyList<RegisteredCertificate> listed) =>
        memory.Recalling(listed, run.Occasion.At, run.Occasion.Request);

    /// <summary>
    /// What others registered and is this certificate, once it is certain that somebody did: of several that look alike
    /// one that is not known to be another.
    /// </summary>
    private static RegisteredCertificate? Foreign(
        TrustRun run,
        CertificatePurpose purpose,
        CaCertificates.CaCertificate certificate,
        IReadOnlyList<RegisteredCertificate> listed)
    {
        var memory = run.Journal.Memory;
        var ours = memory.Certificates.Select(entry => entry.CertificateId).ToHashSet(StringComparer.Ordinal);
        var known = (memory.Foreign ?? []).ToDictionary(entry => entry.Id, entry => entry.Is, StringComparer.Ordinal);
        return listed
            .Where(one => one.Purpose == purpose && one.IsThere && !one.IsBroken() && one.LooksLike(certificate)
                && !ours.Contains(one.Id))
            .OrderByDescending(one => known.GetValueOrDefault(one.Id) == certificate.Thumbprint)
            .ThenByDescending(one => known.GetValueOrDefault(one.Id) is null)
            .FirstOrDefault();
    }

    private static void Registered(TrustRun run, TrustStep.Register step, string id) => run.Did(
        $"'{step.Certificate.CommonName}' for {PurposeName.Of(step.Purpose)}",
        "not registered",
        $"{id}, thumbprint {step.Certificate.Thumbprint}");
}
