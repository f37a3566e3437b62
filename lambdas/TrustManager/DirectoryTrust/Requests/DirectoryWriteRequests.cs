using System.Text.Json;
using Amazon.Lambda.Core;
using Infra.TrustManager.DirectoryTrust.Approvals;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>Fulfils the requests that change a directory or its state.</summary>
public sealed class DirectoryWriteRequests(
    DirectoryRun run, HoldDesk holds, OperatorDecisions decisions, TimeProvider time)
{
    /// <param name="by">Who asks, for the history.</param>
    /// <returns>The response, JSON.</returns>
    public async Task<byte[]> FulfilAsync(
        DirectoryRequest request, string by, ILambdaContext context, CancellationToken cancellationToken) =>
        request switch
        {
            DirectoryRequest.Apply => Json(await run.RunAsync(
                new RunWish("operator request", RotationMode.Automatic) { By = by }, context)),
            DirectoryRequest.Hold hold => Json(await holds.HoldAsync(hold, Now(by, context), cancellationToken)),
            DirectoryRequest.Approve approve => Json(await ApproveAsync(approve, by, context, cancellationToken)),
            DirectoryRequest.Reject reject => Json(DecisionResponse.OfRejection(
                await decisions.DecideAsync(reject, Now(by, context), cancellationToken))),
            DirectoryRequest.Release => Json(await holds.ReleaseAsync(Now(by, context), cancellationToken)),
            _ => throw new InvalidOperationException($"{request.GetType().Name} is not fulfilled by writing."),
        };

    /// <summary>Records the decision, then runs in the directory's own mode, as the schedule does.</summary>
    private async Task<DecisionResponse> ApproveAsync(
        DirectoryRequest.Approve approve, string by, ILambdaContext context, CancellationToken cancellationToken)
    {
        var result = await decisions.DecideAsync(approve, Now(by, context), cancellationToken);
        return result.Problem is not null
            ? DecisionResponse.Refused(result)
            : DecisionResponse.OfApproval(
                result, await run.RunAsync(new RunWish("operator request") { By = by }, context));
    }

    private Occasion Now(string by, ILambdaContext context) =>
        new(time.GetUtcNow(), context.AwsRequestId) { By = by };

    private static byte[] Json(PlainAnswer answer) =>
        JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Default.PlainAnswer);

    private static byte[] Json(DecisionResponse response) =>
        JsonSerializer.SerializeToUtf8Bytes(response, AnswerJson.Default.DecisionResponse);

    private static byte[] Json(RunResult result) =>
        JsonSerializer.SerializeToUtf8Bytes(RunAnswer.Of(result), AnswerJson.Default.RunAnswer);
}
