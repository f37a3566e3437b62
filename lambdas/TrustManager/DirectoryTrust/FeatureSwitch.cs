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

        await run.Journal.RecordAsync(memory => memory.Enabled(step.Purpose, before.Status), cancellationToken);
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
        await run.Directory.DisableAsync(run.DirectoryId, step.Purpose, cancellationToken);
        run.Did(PurposeName.Of(step.Purpose), "Enabled", "Disabled");
        await run.Journal.RecordAsync(memory => memory.Disabled(step.Purpose), cancellationToken);
    }
}
