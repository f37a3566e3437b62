using Infra.Local.Faults;
using Infra.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Endpoint;

/// <summary>Brings each API call to its service, and the planned faults to the call.</summary>
/// <param name="services">The services, by their signing names.</param>
/// <param name="principalFor">Who an access key id belongs to; null is an unsigned request.</param>
/// <param name="faults">Faults that wait for their calls.</param>
public sealed class CallDispatcher(
    IReadOnlyList<IAwsService> services, Func<string?, Principal> principalFor, FaultPlan faults)
{
    /// <summary>The service of unsigned requests: only S3 answers anyone it does not know, with a refusal in its own words.</summary>
    private const string UnsignedService = "s3";

    private readonly Dictionary<string, IAwsService> _services =
        services.ToDictionary(service => service.SigningName, StringComparer.Ordinal);

    /// <summary>How many calls reached each operation, by <c>service:Operation</c>.</summary>
    public CallCounts Counts { get; } = new();

    public async Task HandleAsync(HttpContext http)
    {
        var signature = CallerSignature.Of(http.Request);
        if (!_services.TryGetValue(signature.Service ?? UnsignedService, out var service))
        {
            await RefuseServiceAsync(http, signature.Service!);
            return;
        }

        await service.PrepareAsync(http.Request);
        var apiCall = new AwsCall(
            service.SigningName,
            service.OperationOf(http.Request),
            principalFor(signature.AccessKeyId),
            Guid.NewGuid().ToString());
        Counts.Add(apiCall);
        await MeetFaultAsync(http, service, apiCall, faults.Take(apiCall.Service, apiCall.Operation));
    }

    private static async Task MeetFaultAsync(HttpContext http, IAwsService service, AwsCall apiCall, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case null:
                await AnswerAsync(http, service, apiCall);
                break;
            case FaultKind.Slow:
                await Task.Delay(fault.Delay, http.RequestAborted);
                await AnswerAsync(http, service, apiCall);
                break;
            case FaultKind.Timeout:
                await Task.Delay(fault.Delay, http.RequestAborted);
                http.Abort();
                break;
            case FaultKind.LostAnswer:
                http.Response.Body = Stream.Null;
                await AnswerAsync(http, service, apiCall);
                http.Abort();
                break;
            default:
                var failure = fault.ToError(apiCall.Service, apiCall.Operation);
                await service.WriteErrorAsync(http, failure, apiCall.RequestId);
                break;
        }
    }

    private static async Task AnswerAsync(HttpContext http, IAwsService service, AwsCall apiCall)
    {
        try
        {
            await service.HandleAsync(http, apiCall);
        }
        catch (AwsException failure)
        {
            await service.WriteErrorAsync(http, failure, apiCall.RequestId);
        }
    }

    private Task RefuseServiceAsync(HttpContext http, string name) =>
        AwsJson.WriteErrorAsync(
            http,
            new AwsException(
                "UnknownOperationException",
                $"The local AWS does not emulate the service '{name}'. It has: {string.Join(", ", _services.Keys.Order())}.",
                501),
            Guid.NewGuid().ToString());
}
