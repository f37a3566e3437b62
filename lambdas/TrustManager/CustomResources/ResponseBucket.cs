using Amazon;

namespace Infra.TrustManager.CustomResources;

/// <summary>The bucket of CloudFormation that answers go to, and no other place.</summary>
/// <remarks>
/// An event is data of its sender. Without this rule a forged one would make the function send a document, from its
/// network, to any host of the sender's choice. It does not make an event genuine: the form of a pre-signed URL is
/// known to everyone, and only S3 can check a signature.
/// </remarks>
/// <param name="region">The function's own Region: CloudFormation invokes functions of the stack's Region only.</param>
/// <param name="endpoint">
/// What the environment names for S3 as every AWS SDK reads it, which is how a local AWS is reached; null on AWS.
/// </param>
public sealed class ResponseBucket(string region, Uri? endpoint = null)
{
    private const string EndpointVariable = "AWS_ENDPOINT_URL";

    /// <summary>
    /// CloudFormation User Guide, "Set up CloudFormation with VPC endpoints": the Region is written without dashes.
    /// </summary>
    private readonly string _name =
        $"cloudformation-custom-resource-response-{region.Replace("-", "", StringComparison.Ordinal)}";

    /// <summary>What a URL must be, for a message.</summary>
    public string Allowed => $"https://{_name}.s3.{region}.{Suffix}"
        + (endpoint is null ? "" : $" or {endpoint.GetLeftPart(UriPartial.Authority)}/{_name}");

    /// <summary>Of the partition; from the SDK's data, which is loaded when the first event comes.</summary>
    private string Suffix => RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;

    /// <exception cref="InvalidOperationException">A variable is missing or cannot be used.</exception>
    public static ResponseBucket FromEnvironment(Func<string, string?> variable)
    {
        var region = NonEmpty(variable("AWS_REGION"))
            ?? throw new InvalidOperationException("AWS_REGION is not set. Lambda sets it for every function.");
        var text = NonEmpty(variable($"{EndpointVariable}_S3")) ?? NonEmpty(variable(EndpointVariable));
        return text is null
            ? new ResponseBucket(region)
            : Uri.TryCreate(text, UriKind.Absolute, out var endpoint)
                ? new ResponseBucket(region, endpoint)
                : throw new InvalidOperationException(
                    $"{EndpointVariable}_S3 or {EndpointVariable} must be a URL. Correct the function's environment.");
    }

    public bool Has(Uri url) => url.UserInfo.Length == 0 && (IsOnAws(url) || IsAtEndpoint(url));

    /// <remarks>
    /// The host is <c>&lt;bucket&gt;.s3.&lt;suffix&gt;</c>, <c>.s3.&lt;region&gt;.</c> or, in older Regions,
    /// <c>.s3-&lt;region&gt;.</c>. What stands between is left open, so that another form of S3's does not end every
    /// deployment. No other party can have such a host: AWS gives the names below the suffix, and the certificate of S3
    /// covers bucket names without dots only.
    /// </remarks>
    private bool IsOnAws(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps
        && url.IsDefaultPort
        && (Begins(url.Host, $"{_name}.s3.") || Begins(url.Host, $"{_name}.s3-"))
        && url.Host.EndsWith($".{Suffix}", StringComparison.Ordinal);

    /// <summary>At another address than AWS the bucket is in the path; without TLS only on this machine.</summary>
    private bool IsAtEndpoint(Uri url) =>
        endpoint is not null
        && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)
        && url.GetLeftPart(UriPartial.Authority) == endpoint.GetLeftPart(UriPartial.Authority)
        && Begins(url.AbsolutePath, $"/{_name}/");

    private static bool Begins(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    private static string? NonEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
