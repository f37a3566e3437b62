using Amazon.Lambda.Core;
using Infra.TrustManager.CaRenewal.Asking;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.CaRenewal;

/// <summary>Entry point for operators who only read about a CA.</summary>
public sealed class CaReadFunction(
    CaReadRequests requests, RenewalSettings settings, RequestExecution execution, TimeProvider time)
{
    private readonly RequestTarget _target = new(
        TrustManagerVariables.CaRead, OperatorRequests.OfAuthority, [settings.Ca.ToString()]);

    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var invocation = await InvocationReader.ReadAsync(input);
        return await execution.RunAsync(
            CaRequestReader.Read(invocation, _target, time.GetUtcNow()),
            context,
            (request, _, stop) => requests.FulfilAsync(request, context.AwsRequestId, stop));
    }
}
