using System.Text.Json;
using Infra.TrustManager.DirectoryTrust.Approvals;
using Infra.TrustManager.DirectoryTrust.Status;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>Fulfils the requests that change nothing.</summary>
public sealed class DirectoryReadRequests(
    TrustPlanner planner, StatusReader status, ApprovalsReader approvals, ITrustMemory store)
{
    /// <returns>The response, JSON.</returns>
    public async Task<byte[]> FulfilAsync(
        DirectoryRequest request, DirectoryPlace place, CancellationToken cancellationToken) => request switch
        {
            DirectoryRequest.Plan plan => JsonSerializer.SerializeToUtf8Bytes(
                await planner.PlanAsync(plan.Properties, place, plan.At, cancellationToken),
                AnswerJson.Default.PlanAnswer),
            DirectoryRequest.Status asked => JsonSerializer.SerializeToUtf8Bytes(
                await status.ReadAsync(place, asked.At, cancellationToken), AnswerJson.Default.StatusResponse),
            DirectoryRequest.Approvals => JsonSerializer.SerializeToUtf8Bytes(
                await approvals.ReadAsync(place, cancellationToken), AnswerJson.Default.ApprovalsResponse),
            DirectoryRequest.History => JsonSerializer.SerializeToUtf8Bytes(
                await HistoryAsync(place, cancellationToken), AnswerJson.Default.HistoryAnswer),
            _ => throw new InvalidOperationException($"{request.GetType().Name} is not fulfilled by reading."),
        };

    private async Task<HistoryAnswer> HistoryAsync(DirectoryPlace place, CancellationToken cancellationToken)
    {
        var reading = await store.FindAsync(place.MemoryBucket, place.DirectoryId, cancellationToken);
        return HistoryAnswer.Of(place.DirectoryId, reading.Memory?.History ?? []);
    }
}
