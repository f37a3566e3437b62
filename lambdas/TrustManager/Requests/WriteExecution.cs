using Amazon.Lambda.Core;
using Infra.TrustManager.Identity;

namespace Infra.TrustManager.Requests;

/// <summary>Fulfils an operator request that changes something, once it is known who asks.</summary>
public sealed class WriteExecution(RequestExecution execution, RequesterCheck requesters)
{
    /// <param name="fulfil">
    /// Gives the response, JSON; gets the request, who asks (see <see cref="Requester.Accepted.By"/>) and the deadline.
    /// </param>
    public Task<Stream> RunAsync<T>(
        Invocation invocation,
        RequestReading<T> reading,
        ILambdaContext context,
        Func<T, string, CancellationToken, Task<byte[]>> fulfil)
        where T : class => execution.RunAsync(reading, context, async (request, log, stop) =>
        {
            var requester = invocation is Invocation.Request { Json: var json }
                ? await requesters.FindAsync(json, context.InvokedFunctionArn, stop)
                : throw new InvalidOperationException($"{request.GetType().Name} was read from another event.");
            switch (requester)
            {
                case Requester.Accepted { By: var by }:
                    log.Noted(request.GetType().Name, $"asked by: {by}");
                    return await fulfil(request, by, stop);
                case Requester.Refused { Problem: var problem }:
                    log.Warned("operator request", problem);
                    return ErrorResponse.Of(problem);
                default:
                    throw new InvalidOperationException($"{requester.GetType().Name} is not an outcome of the check.");
            }
        });
}
