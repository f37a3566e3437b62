using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Switches smart card sign-in or LDAPS on and off.</summary>
internal static class FeatureSwitch
{
    public static async Task EnableAsync(TrustRun run, TrustStep.Enable step, CancellationToken cancellationToken)
    {
        var before = await run.Directory.FindFeatureAsync(run.DirectoryId, step.Purpose, cancellationToken);
        if (before.IsOn)
        {
            return;
        }

        await run.Journal.RecordAsync(memory => Enabled(memory, run, step.Purpose, before.Status), cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await run.Directory.EnableAsync(run.DirectoryId, step.Purpose, cancellationToken);
                run.Did(PurposeName.Of(step.Purpose), before.Status.ToString(), "Enabled");
                return;
            }
            catch (ServiceException failure) when (failure.Failure == ServiceFailure.NoUsableCertificate)
            {
                // A certificate that is Registered may take a moment to be seen by the feature.
                await run.Pauses.PauseAsync(attempt, cancellationToken);
            }
        }
    }

    public static async Task AwaitAsync(TrustRun run, TrustStep.AwaitEnabled step, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            var feature = await run.Directory.FindFeatureAsync(run.DirectoryId, step.Purpose, cancellationToken);
            switch (feature.Status)
            {
                case FeatureStatus.Enabled:
                    return;
                case FeatureStatus.EnableFailed:
                    throw new ResourceException(
                        $"Directory {run.DirectoryId} could not enable {PurposeName.Of(step.Purpose)}: "
                        + $"{feature.Reason ?? "it gave no reason"}. Its certificates stay registered; correct what it "
                        + "names, then deploy again.");
                default:
                    await run.Pauses.PauseAsync(look, cancellationToken);
                    break;
            }
        }
    }

    public static async Task DisableAsync(TrustRun run, TrustStep.Disable step, CancellationToken cancellationToken)
    {
        await run.Journal.RecordAsync(memory => memory.Disabling(step.Purpose), cancellationToken);
        await run.Directory.DisableAsync(run.DirectoryId, step.Purpose, cancellationToken);
        run.Did(PurposeName.Of(step.Purpose), "Enabled", "Disabled");
        await run.Journal.RecordAsync(
            memory => memory.Disabled(step.Purpose)
                .Noting(run.Occasion, $"disabled {PurposeName.Of(step.Purpose)}", "it is not to be used any more"),
            cancellationToken);
    }

    /// <summary>An earlier invocation may have written it down and got no further.</summary>
    private static TrustMemory Enabled(
        TrustMemory memory, TrustRun run, CertificatePurpose purpose, FeatureStatus before)
    {
        var changed = memory.Enabled(purpose, before);
        return ReferenceEquals(changed, memory)
            ? memory
            : changed.Noting(
                run.Occasion, $"enabled {PurposeName.Of(purpose)}", "its certificates are there and it is to be used");
    }
}
