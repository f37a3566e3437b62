using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using Infra.TrustManager.Identity;

namespace Infra.Trust.Identity;

/// <summary>Signs a call of STS <c>GetCallerIdentity</c> into a URL, with the signer of the SDK.</summary>
internal static class CallerIdentityUrl
{
    /// <summary>
    /// For how long the URL counts: long enough for a cold start, and the most that a function takes.
    /// </summary>
    private static readonly TimeSpan Validity = TimeSpan.FromSeconds(300);

    private const string Service = "sts";

    /// <param name="binding">
    /// Value of <see cref="RequestBinding.HeaderName"/>; null to sign no header but the host.
    /// </param>
    /// <param name="now">This machine's clock; AWS and the function each compare it with their own.</param>
    public static string Sign(
        StsEndpoint endpoint, ImmutableCredentials credentials, string? binding, DateTimeOffset now)
    {
        var request = new DefaultRequest(new GetCallerIdentity(), Service)
        {
            HttpMethod = "GET",
            Endpoint = new Uri(endpoint.Url),
            ResourcePath = "/",
            UseQueryString = true,
        };
        request.Parameters["Action"] = nameof(GetCallerIdentity);
        request.Parameters["Version"] = "2011-06-15";
        request.Parameters["X-Amz-Expires"] = Validity.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        if (credentials.UseToken)
        {
            request.Parameters["X-Amz-Security-Token"] = credentials.Token;
        }

        if (binding is not null)
        {
            request.Headers[RequestBinding.HeaderName] = binding;
        }

        var signature = AWS4PreSignedUrlSigner.SignRequest(
            request,
            clientConfig: null,
            new RequestMetrics(),
            credentials.AccessKey,
            credentials.SecretKey,
            Service,
            endpoint.Region,
            now.UtcDateTime);
        var parameters = request.Parameters.Select(
            parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}");
        return $"{endpoint.Url}/?{string.Join('&', parameters)}&{signature.ForQueryParameters}";
    }

    private sealed class GetCallerIdentity : AmazonWebServiceRequest;
}
