using System.Text.Json;
using Amazon.Lambda.Core;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>Fulfils the requests that change a directory or its state.</summary>
public sealed class DirectoryWriteRequests(DirectoryRun run, HoldDesk holds, TimeProvider time)
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
            DirectoryRequest.Release => Json(await holds.ReleaseAsync(Now(by, context), cancellationToken)),
            _ => throw new InvalidOperationException($"{request.GetType().Name} is not fulfilled by writing."),
        };

    private Occasion Now(string by, ILambdaContext context) =>
        new(time.GetUtcNow(), context.AwsRequestId) { By = by };

    private static byte[] Json(PlainAnswer answer) =>
        JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Default.PlainAnswer);

    private static byte[] Json(RunResult result) =>
        JsonSerializer.SerializeToUtf8Bytes(RunAnswer.Of(result), AnswerJson.Default.RunAnswer);
}
