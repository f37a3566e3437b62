using Amazon.Lambda.Core;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.Requests;

/// <summary>
/// Fulfils an operator request within the time of its invocation: always with JSON, never with an exception.
/// </summary>
/// <param name="ending">Cancelled when Lambda is about to end the process.</param>
public sealed class RequestExecution(EventLog log, TimeProvider time, CancellationToken ending)
{
    /// <param name="fulfil">Gives the response, JSON.</param>
    public async Task<Stream> RunAsync<T>(
        RequestReading<T> reading, ILambdaContext context, Func<T, RequestLog, CancellationToken, Task<byte[]>> fulfil)
        where T : class
    {
        var requestLog = log.For(context);
        return new MemoryStream(
            reading.Request is { } request
                ? await RunAsync(request, requestLog, context, fulfil)
                : Refused(reading.Problem!, requestLog),
            writable: false);
    }

    private static byte[] Refused(string problem, RequestLog requestLog)
    {
        requestLog.Warned("operator request", problem);
        return ErrorResponse.Of(problem);
    }

    private async Task<byte[]> RunAsync<T>(
        T request,
        RequestLog requestLog,
        ILambdaContext context,
        Func<T, RequestLog, CancellationToken, Task<byte[]>> fulfil)
        where T : class
    {
        var name = request.GetType().Name;
        requestLog.About(name, "operator request");
        using var deadline = new CancellationTokenSource(new TimeBudget(context.RemainingTime, time).ForWork, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ending);
        try
        {
            return await fulfil(request, requestLog, stop.Token);
        }
        catch (Exception failure)
        {
            requestLog.Failed($"fulfilling {name}", failure);
            return ErrorResponse.Of(stop.IsCancellationRequested
                ? "The function's time ran out before there was a response. Ask again."
                : FailureReason.Of(failure, $"fulfilling {name}"));
        }
    }
}
