using Amazon;

namespace Infra.TrustManager.Identity;

/// <summary>The one endpoint of STS that a function asks: its own Region's, or the local AWS.</summary>
/// <param name="Region">Region in the credential scope of a signature for it.</param>
/// <param name="Url">Scheme, host and where needed port, without a slash at the end.</param>
public sealed record StsEndpoint(string Region, string Url)
{
    private const string EndpointVariable = "AWS_ENDPOINT_URL";

    /// <summary>The Region's host, with the DNS suffix of its partition from the SDK's data.</summary>
    public static StsEndpoint Of(string region) =>
        new(region, $"https://sts.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}");

    /// <summary>The endpoint that the environment of a function names, as every AWS SDK reads it.</summary>
    /// <exception cref="InvalidOperationException">A variable is missing or cannot be used.</exception>
    public static StsEndpoint FromEnvironment(Func<string, string?> variable)
    {
        var region = variable("AWS_REGION") is { Length: > 0 } name
            ? name
            : throw new InvalidOperationException("AWS_REGION is not set. Lambda sets it for every function.");
        return (NonEmpty(variable($"{EndpointVariable}_STS")) ?? NonEmpty(variable(EndpointVariable))) is { } url
            ? new StsEndpoint(region, Checked(url))
            : Of(region);
    }

    /// <summary>A deployment may name a private endpoint; without TLS only this machine may be named.</summary>
    private static string Checked(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url is { UserInfo: "", AbsolutePath: "/", Query: "", Fragment: "" }
            ? url.GetLeftPart(UriPartial.Authority)
            : throw new InvalidOperationException(
                $"{EndpointVariable}_STS or {EndpointVariable} must be https://<host>, or http://<host>:<port> on this "
                + "machine, without a path. Correct the function's environment.");

    private static string? NonEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
