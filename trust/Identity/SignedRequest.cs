using Amazon.Lambda.Model;
using Infra.Trust.Functions;
using Infra.TrustManager.Identity;

namespace Infra.Trust.Identity;

/// <summary>A request with the proof of who asks, or without it where these credentials cannot sign.</summary>
internal static class SignedRequest
{
    /// <param name="error">Gets a line that says why there is no proof.</param>
    /// <returns>The request, JSON.</returns>
    public static async Task<string> OfAsync(
        string payload,
        FoundFunction function,
        LambdaClients clients,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        using var http = StsClient.CreateHttp();
        var config = clients.Call.Config;
        var signer = new RequestSigner(
            new Uri(clients.Call.DetermineServiceOperationEndpoint(new InvokeRequest()).URL),
            config.RegionEndpoint?.SystemName ?? config.AuthenticationRegion,
            clients.Credentials,
            new StsClient(http),
            TimeProvider.System);
        try
        {
            return await signer.SignAsync(function.Arn, payload, cancellationToken);
        }
        catch (UnsignedException unsigned)
        {
            await error.WriteLineAsync(
                $"The request is sent without a proof of who asks: {unsigned.Message}. The history will say "
                + $"'{Requester.SelfReported}'.");
            return payload;
        }
    }
}
