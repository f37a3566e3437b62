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

    /// <summary>The address, or null when there is none that CloudFormation would listen at.</summary>
    /// <remarks>Because of these limits an answer's identifiers never fill more than 2500 of its 4096 bytes.</remarks>
    public static AnswerAddress? AddressOf(CustomResourceEvent received) =>
        Uri.TryCreate(received.ResponseURL, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
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

    /// <summary>Printable ASCII that JSON does not escape, so that its length is its size in the answer.</summary>
    private static bool IsId(string? text, int limit) =>
        text is { Length: > 0 } && text.Length <= limit && text.All(c => c is >= ' ' and <= '~' and not '"' and not '\\');
}
