using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Infra.TrustManager.Identity;

namespace Infra.Trust.Identity;

/// <summary>Adds to a request the proof of who asks, for the history of the function.</summary>
/// <param name="address">
/// Where Lambda is: on this machine it is the local AWS, which has STS at the same address.
/// </param>
/// <param name="region">Region of functions that are named without one; null where none is set.</param>
/// <param name="credentials">Gives the credentials that invoke the function, too.</param>
internal sealed class RequestSigner(
    Uri address, string? region, Func<AWSCredentials> credentials, StsClient sts, TimeProvider time)
{
    /// <param name="function">Its name or ARN.</param>
    /// <param name="payload">The request; a JSON object.</param>
    /// <returns>The request with its proof.</returns>
    /// <exception cref="UnsignedException">It can only be sent without.</exception>
    public async Task<string> SignAsync(string function, string payload, CancellationToken cancellationToken)
    {
        var named = FunctionAddress.Find(function)
            ?? throw new UnsignedException($"'{function}' does not name a function");
        var endpoint = EndpointOf(
            named.Region ?? region ?? throw new UnsignedException("no Region is set (AWS_REGION)"));
        var keys = await KeysAsync();
        var account = named.Account ?? await AccountAsync(endpoint, keys, cancellationToken);
        using var request = JsonDocument.Parse(payload);
        var binding = RequestBinding.Of(
            FunctionAddress.Arn(endpoint.Region, account, named.Name), request.RootElement);
        var signed = JsonObject.Create(request.RootElement)!;
        signed[RequestBinding.Member] = new JsonObject
        {
            ["url"] = CallerIdentityUrl.Sign(endpoint, keys, binding, time.GetUtcNow()),
            ["header"] = binding,
        };
        return signed.ToJsonString();
    }

    /// <summary>The STS that the function asks; what the environment names for STS is for calls from here.</summary>
    private StsEndpoint EndpointOf(string regionName) => address.IsLoopback
        ? new StsEndpoint(regionName, $"{address.Scheme}://127.0.0.1:{address.Port}")
        : StsEndpoint.Of(regionName);

    private async Task<ImmutableCredentials> KeysAsync()
    {
        try
        {
            return await credentials().GetCredentialsAsync()
                ?? throw new UnsignedException("these credentials cannot sign");
        }
        catch (Exception failure) when (failure is AmazonClientException or AmazonServiceException
            or ProfileNotFoundException or NotSupportedException or InvalidOperationException or HttpRequestException)
        {
            // What is wrong with them the call itself says, in the SDK's words.
            throw new UnsignedException($"the credentials cannot sign ({failure.GetType().Name})");
        }
    }

    /// <summary>A function that is named without an account is in the caller's own, which STS knows.</summary>
    private async Task<string> AccountAsync(
        StsEndpoint endpoint, ImmutableCredentials keys, CancellationToken cancellationToken)
    {
        var url = CallerIdentityUrl.Sign(endpoint, keys, binding: null, time.GetUtcNow());
        return await sts.AskAsync(url, binding: null, cancellationToken) switch
        {
            StsReply.Known known => known.Caller.Account,
            StsReply.Refused refused => throw new UnsignedException($"the account is unknown: {refused.Reason}"),
            _ => throw new UnsignedException(
                $"the account is unknown: {endpoint.Url} could not be reached. Name the function by its ARN"),
        };
    }
}
