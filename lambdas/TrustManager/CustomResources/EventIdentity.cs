namespace Infra.TrustManager.CustomResources;

/// <summary>Reads from an event where the answer goes.</summary>
internal static class EventIdentity
{
    /// <summary>
    /// Longest StackId (an ARN) and PhysicalResourceId, in characters; for the second it is CloudFormation's limit
    /// (CloudFormation User Guide, custom resource response objects).
    /// </summary>
    private const int MaxIdLength = 1024;

    /// <summary>Longest LogicalResourceId, in characters: CloudFormation's limit.</summary>
    private const int MaxLogicalIdLength = 255;

    /// <summary>Longest RequestId, in characters; CloudFormation sends a UUID of 36.</summary>
    private const int MaxRequestIdLength = 128;

    /// <summary>Longest host in a message, in characters: the limit of DNS.</summary>
    private const int MaxHostLength = 253;

    /// <summary>The address, or null when there is none that CloudFormation would listen at.</summary>
    /// <remarks>Because of these limits an answer's identifiers never fill more than 2500 of its 4096 bytes.</remarks>
    public static AnswerAddress? AddressOf(CustomResourceEvent received, ResponseBucket bucket) =>
        Uri.TryCreate(received.ResponseURL, UriKind.Absolute, out var url)
        && bucket.Has(url)
        && IsId(received.StackId, MaxIdLength)
        && IsId(received.RequestId, MaxRequestIdLength)
        && IsId(received.LogicalResourceId, MaxLogicalIdLength)
            ? new AnswerAddress(
                url,
                received.StackId!,
                received.RequestId!,
                received.LogicalResourceId!,
                IsId(received.PhysicalResourceId, MaxIdLength) ? received.PhysicalResourceId : null)
            : null;

    /// <summary>Why nothing goes to the ResponseURL; null when there is none, or it is the bucket's.</summary>
    /// <remarks>Of the URL only scheme, host and port: the rest lets its reader answer.</remarks>
    public static string? ProblemOf(CustomResourceEvent received, ResponseBucket bucket)
    {
        if (!Uri.TryCreate(received.ResponseURL, UriKind.Absolute, out var url) || bucket.Has(url))
        {
            return null;
        }

        var host = url.IdnHost.Length > MaxHostLength ? $"{url.IdnHost[..MaxHostLength]}..." : url.IdnHost;
        return $"its ResponseURL is at {url.Scheme}://{host}:{url.Port}, and CloudFormation's is {bucket.Allowed}; "
            + "find out who invokes the function";
    }

    /// <summary>Printable ASCII that JSON does not escape, so that its length is its size in the answer.</summary>
    private static bool IsId(string? text, int limit) =>
        text is { Length: > 0 } && text.Length <= limit && text.All(c => c is >= ' ' and <= '~' and not '"' and not '\\');
}
