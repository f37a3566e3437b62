using Amazon.Lambda.Core;
using Infra.TrustManager.DirectoryTrust.Requests;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Entry point for operators who only read: about any directory of the stack, and never changing one.</summary>
/// <param name="places">The directories that it serves.</param>
public sealed class DirectoryReadFunction(
    IReadOnlyList<DirectoryPlace> places, DirectoryReadRequests requests, RequestExecution execution, TimeProvider time)
{
    private readonly RequestTarget _target = new(
        TrustManagerVariables.DirectoryRead,
        OperatorRequests.OfDirectory,
        [.. places.Select(place => place.DirectoryId)]);

    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var invocation = await InvocationReader.ReadAsync(input);
        return await execution.RunAsync(
            DirectoryRequestReader.Read(invocation, _target, time.GetUtcNow()),
            context,
            (request, _, stop) => requests.FulfilAsync(
                request, places.Single(place => place.DirectoryId == request.DirectoryId), stop));
    }
}
