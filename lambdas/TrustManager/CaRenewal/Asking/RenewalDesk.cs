using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Publishing;

namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>Answers what people ask of the function.</summary>
public sealed class RenewalDesk(
    IPrivateCa privateCa, IRenewalMemory store, AiaPublication publication, RenewalSettings settings)
{
    private readonly CaReader _reader = new(privateCa, settings);

    /// <summary>What a run would do, and when; changes nothing.</summary>
    public async Task<RenewalAnswer> PlanAsync(RenewalWork work, CancellationToken cancellationToken)
    {
        var memory = (await store.FindAsync(cancellationToken)).Memory ?? new RenewalMemory();
        var view = await _reader.ReadAsync(cancellationToken);
        if (view.Certificate is { } certificate)
        {
            memory = memory.Seeing(certificate, work.At, work.Request);
        }

        var plan = RenewalPlan.For(view, memory.Attempt, settings.Reissue, work.At);
        string[] steps =
        [
            .. plan.Steps.Select(step => step.Describe()),
            .. plan.Steps.Count > 0 || await IsUnpublishedAsync(view, cancellationToken)
                ? new[] { $"publish the certificate at {settings.Reissue!.CertificateUrl}" }
                : [],
        ];
        return RenewalAnswer.Of(PlanAnswer.Of(
            steps,
            plan.Refusal is { } refusal ? [refusal.Text] : [],
            RenewalForecast.Notes(view, plan, settings, memory),
            RenewalForecast.Later(view, plan, settings, memory, work.At)));
    }

    public async Task<RenewalAnswer> HistoryAsync(CancellationToken cancellationToken) =>
        RenewalAnswer.OfHistory((await store.FindAsync(cancellationToken)).Memory?.History ?? []);

    /// <summary>Takes a person's word that the CA's certificate is published in Active Directory.</summary>
    public async Task<RenewalAnswer> PublishedAsync(
        string thumbprint, RenewalWork work, CancellationToken cancellationToken)
    {
        var journal = await RenewalJournal.OpenAsync(store, cancellationToken);
        if ((await _reader.ReadAsync(cancellationToken)).Certificate is not { } certificate)
        {
            return RenewalAnswer.Failed($"CA {settings.Ca.CaId} has no certificate that could be published.");
        }

        if (certificate.Thumbprint != thumbprint)
        {
            return RenewalAnswer.Failed(
                $"The certificate of CA {settings.Ca.CaId} is '{certificate.CommonName}' with SHA-256 "
                + $"{certificate.Thumbprint}, not {thumbprint}. Publish that one, then say so with its thumbprint.");
        }

        await journal.RecordAsync(memory => memory.Seeing(certificate, work.At, work.Request), cancellationToken);
        var pending = journal.Memory.WindowsTrustPending;
        await journal.RecordAsync(memory => memory.Published(work.At, work.Request), cancellationToken);
        return new RenewalAnswer(
            pending
                ? $"Noted: {certificate.Describe()} is published in Active Directory. Nobody is reminded of it any more."
                : $"{certificate.Describe()} was known to be published already.");
    }

    private async Task<bool> IsUnpublishedAsync(CaView view, CancellationToken cancellationToken) =>
        settings.Reissue is { } reissue
        && view.Installed is { } installed
        && (await publication.MissingAsync(
            settings.Ca, installed, reissue.PublishBucket, reissue.PublishPrefix, cancellationToken)).Count > 0;
}
