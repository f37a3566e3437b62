using Infra.TrustManager.CaRenewal.Crl;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>Gives a CA the CRL settings of the deployment back, as <c>Custom::CaRevocation</c> gives them.</summary>
public sealed class CrlSettingsRequest(
    IPrivateCa privateCa, IRenewalMemory store, RenewalSettings settings, TimeProvider time)
{
    private readonly RevocationChange _change = new(privateCa, time);

    /// <param name="by">Who asks, for the history.</param>
    public async Task<RenewalAnswer> ApplyAsync(string by, RenewalWork work, CancellationToken cancellationToken)
    {
        if (settings.DesiredCrl is not { } desired)
        {
            return RenewalAnswer.Failed(
                $"This deployment gives CA {settings.Ca.CaId} no CRL settings, so that there are none to put back.");
        }

        work.Progress.Doing = $"reading the settings of CA {settings.Ca.CaId}";
        var ca = await privateCa.DescribeAsync(settings.Ca, cancellationToken);
        if (CaReadiness.Problem(ca) is { } notReady)
        {
            return RenewalAnswer.Failed(notReady);
        }

        if (CrlDrift.In(ca, desired) is not { } drift)
        {
            return new RenewalAnswer($"CA {settings.Ca.CaId} has the deployed CRL settings; nothing was changed.");
        }

        await _change.ApplyAsync(
            settings.Ca, RevocationPlan.Between(ca.Revocation, desired), work.Progress, work.Log, cancellationToken);
        var done = $"put the CRL settings of CA {settings.Ca.CaId} back";
        var why = string.Join("; ", drift.Differences());
        return await RecordAsync(new HistoryEntry(work.At, done, why, work.Request) { By = by }, cancellationToken)
            ? new RenewalAnswer($"Done: {done} ({why}).")
            : new RenewalAnswer(
                $"Done: {done} ({why}). A run was at work, so that only the function's log has it, not the history.");
    }

    /// <summary>False when another writer was faster.</summary>
    private async Task<bool> RecordAsync(HistoryEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var journal = await RenewalJournal.OpenAsync(store, cancellationToken);
            await journal.RecordAsync(memory => memory.With(entry), cancellationToken);
            return true;
        }
        catch (MemoryConflictException)
        {
            return false;
        }
    }
}
