using System.Text.Json;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>Fulfils the requests that change a CA, or what is known of it.</summary>
public sealed class CaWriteRequests(
    IPrivateCa privateCa, IRenewalMemory store, RenewalSettings settings, TimeProvider time)
{
    private readonly CaReader _reader = new(privateCa, settings);
    private readonly CrlSettingsRequest _crlSettings = new(privateCa, store, settings, time);

    /// <param name="by">Who asks, for the history.</param>
    /// <returns>The response, JSON.</returns>
    public async Task<byte[]> FulfilAsync(
        CaRequest request, string by, RenewalWork work, CancellationToken cancellationToken)
    {
        var answer = request switch
        {
            CaRequest.Published published => await PublishedAsync(published, by, work.Request, cancellationToken),
            CaRequest.Apply => await _crlSettings.ApplyAsync(by, work, cancellationToken),
            _ => throw new InvalidOperationException($"{request.GetType().Name} is not fulfilled by writing."),
        };
        return JsonSerializer.SerializeToUtf8Bytes(answer, RenewalAnswerJson.Default.RenewalAnswer);
    }

    /// <summary>Takes a person's word that the CA's certificate is published in Active Directory.</summary>
    private async Task<RenewalAnswer> PublishedAsync(
        CaRequest.Published request, string by, string invocation, CancellationToken cancellationToken)
    {
        try
        {
            return await RecordAsync(request, by, invocation, cancellationToken);
        }
        catch (MemoryConflictException other)
        {
            return RenewalAnswer.Failed(other.Message);
        }
    }

    private async Task<RenewalAnswer> RecordAsync(
        CaRequest.Published request, string by, string invocation, CancellationToken cancellationToken)
    {
        var journal = await RenewalJournal.OpenAsync(store, cancellationToken);
        var view = await _reader.ReadAsync(cancellationToken);
        if (view.Certificate is not { } certificate)
        {
            return RenewalAnswer.Failed($"CA {settings.Ca.CaId} has no certificate that could be published.");
        }

        if (certificate.Thumbprint != request.Thumbprint)
        {
            return RenewalAnswer.Failed(
                $"The certificate of CA {settings.Ca.CaId} is '{certificate.CommonName}' with SHA-256 "
                + $"{certificate.Thumbprint}, not {request.Thumbprint}. Publish that one, then say so with its "
                + "thumbprint.");
        }

        var now = time.GetUtcNow();
        await journal.RecordAsync(memory => memory.Seeing(view, now, invocation), cancellationToken);
        var pending = journal.Memory.WindowsTrustPending;
        await journal.RecordAsync(memory => memory.Published(now, invocation, by), cancellationToken);
        return new RenewalAnswer(
            pending
                ? $"Noted: {certificate.Describe()} is published in Active Directory. Nobody is reminded of it any "
                    + "more."
                : $"{certificate.Describe()} was known to be published already.");
    }
}
