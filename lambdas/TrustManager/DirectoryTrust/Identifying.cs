using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Finds out whether what others registered is a certain certificate, and remembers the answer.</summary>
internal static class Identifying
{
    public static async Task FindOutAsync(TrustRun run, TrustStep.Identify step, CancellationToken cancellationToken)
    {
        var register = new TrustStep.Register(step.Purpose, step.Certificate, step.OcspUrl)
        {
            Why = $"what others registered under its name and expiry ({step.Id}) is another certificate",
        };
        try
        {
            if (await Registration.TryAsync(run, register, cancellationToken) is { } found)
            {
                run.Work.Log.Noted(
                    run.DirectoryId, $"'{found.CommonName}' ({found.Id}) of others is {step.Certificate.Thumbprint}.");
                return;
            }
        }
        catch (DirectoryFullException full)
        {
            await LeaveAsync(run, step, full.Count, full.Message, cancellationToken);
            return;
        }
        catch (ServiceException failure) when (failure.Failure == ServiceFailure.Rejected)
        {
            await LeaveAsync(run, step, 0, failure.Message, cancellationToken);
            return;
        }

        await Registration.AwaitAsync(
            run, new TrustStep.AwaitRegistered(step.Purpose, step.Certificate), cancellationToken);
    }

    private static async Task LeaveAsync(
        TrustRun run, TrustStep.Identify step, int count, string why, CancellationToken cancellationToken)
    {
        run.Work.Log.Warned(run.DirectoryId, $"It was not found out whether {step.Id} is {step.Certificate.Thumbprint}: {why}");
        await run.Journal.RecordAsync(
            memory => memory.LeftUnclear(step.Id, step.Certificate.Thumbprint, count), cancellationToken);
    }
}
