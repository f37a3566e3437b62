using Amazon.Lambda.Core;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.DirectoryTrust.Requests;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Entry point: who invoked the function decides who answers.</summary>
/// <param name="run">Null where the environment names no directory.</param>
public sealed class DirectoryTrustFunction(
    CustomResourceFunction resource, DirectoryRun? run, RequestDesk requests, EventLog log, TimeProvider time)
{
    /// <exception cref="UnfinishedException">The work goes on when Lambda repeats the event.</exception>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        using var json = new MemoryStream();
        await input.CopyToAsync(json, CancellationToken.None);
        var received = DirectoryTrustEventReader.Read(json.ToArray(), time.GetUtcNow());
        switch (received)
        {
            case DirectoryTrustEvent.Resource:
                json.Position = 0;
                return await resource.HandleAsync(json, context);
            case DirectoryTrustEvent.Occurrence occurrence:
                await RunAsync(occurrence, context);
                return new MemoryStream();
            default:
                return new MemoryStream(await requests.AnswerAsync(received, context), writable: false);
        }
    }

    private async Task RunAsync(DirectoryTrustEvent.Occurrence occurrence, ILambdaContext context)
    {
        if (run is null)
        {
            log.For(context).Warned(occurrence.What, DirectoryPlace.Missing);
            return;
        }

        var result = await run.RunAsync(new RunWish(occurrence.What, occurrence.At), context);
        if (result.End == RunEnd.Unfinished)
        {
            throw new UnfinishedException(result.Text);
        }
    }
}
