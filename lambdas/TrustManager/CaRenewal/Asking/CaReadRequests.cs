using System.Text.Json;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Publishing;

namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>Fulfils the requests that change nothing.</summary>
public sealed class CaReadRequests(
    IPrivateCa privateCa, IRenewalMemory store, AiaPublication publication, RenewalSettings settings)
{
    private readonly CaReader _reader = new(privateCa, settings);

    /// <param name="invocation">Its id.</param>
    /// <returns>The response, JSON.</returns>
    public async Task<byte[]> FulfilAsync(CaRequest request, string invocation, CancellationToken cancellationToken) =>
        request switch
        {
            CaRequest.Plan plan => Json(await PlanAsync(plan.At, invocation, cancellationToken)),
            CaRequest.Status status => JsonSerializer.SerializeToUtf8Bytes(
                await StatusAsync(status.At, invocation, cancellationToken),
                RenewalAnswerJson.Default.CaStatusResponse),
            CaRequest.History => Json(RenewalAnswer.OfHistory(
                (await store.FindAsync(cancellationToken)).Memory?.History ?? [])),
            _ => throw new InvalidOperationException($"{request.GetType().Name} is not fulfilled by reading."),
        };

    private async Task<RenewalAnswer> PlanAsync(
        DateTimeOffset at, string invocation, CancellationToken cancellationToken)
    {
        var (view, memory) = await ReadAsync(at, invocation, cancellationToken);
        var plan = RenewalPlan.For(view, memory.Attempt, settings.Reissue, at);
        string[] steps =
        [
            .. plan.Steps.Select(step => step.Describe()),
            .. plan.Steps.Count > 0 || await IsUnpublishedAsync(view, cancellationToken)
                ? new[] { $"publish the certificate at {settings.Publication.CertificateUrl}" }
                : [],
        ];
        return RenewalAnswer.Of(PlanAnswer.Of(
            steps,
            plan.Refusal is { } refusal ? [refusal.Text] : [],
            RenewalForecast.Notes(view, plan, settings, memory),
            RenewalForecast.Later(view, plan, settings, memory, at)));
    }

    private async Task<CaStatusResponse> StatusAsync(
        DateTimeOffset at, string invocation, CancellationToken cancellationToken)
    {
        var (view, memory) = await ReadAsync(at, invocation, cancellationToken);
        return CaStatusResponse.Of(view, memory, settings, at);
    }

    /// <summary>The CA, and what a run would remember of it now.</summary>
    private async Task<(CaView View, RenewalMemory Memory)> ReadAsync(
        DateTimeOffset at, string invocation, CancellationToken cancellationToken)
    {
        var memory = (await store.FindAsync(cancellationToken)).Memory ?? new RenewalMemory();
        var view = await _reader.ReadAsync(cancellationToken);
        return (view, memory.Seeing(view, at, invocation));
    }

    private async Task<bool> IsUnpublishedAsync(CaView view, CancellationToken cancellationToken) =>
        view.Installed is { } installed
        && (await publication.MissingAsync(
            settings.Ca, installed, settings.Publication.Bucket, settings.Publication.Prefix, cancellationToken)).Count
            > 0;

    private static byte[] Json(RenewalAnswer answer) =>
        JsonSerializer.SerializeToUtf8Bytes(answer, RenewalAnswerJson.Default.RenewalAnswer);
}
