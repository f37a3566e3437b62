namespace Infra.AwsClient.Tests;

/// <summary>What the service says to one call.</summary>
/// <param name="ErrorType">Value of the header <c>x-amzn-ErrorType</c>; null where there is none.</param>
internal sealed record Answer(int Status, string Body, string? ErrorType = null)
{
    /// <summary>Value of the header <c>x-amzn-RequestId</c>; null where there is none.</summary>
    public string? RequestId { get; init; } = FakeService.RequestId;

    /// <summary>Default: that of the AWS JSON 1.1 protocol.</summary>
    public string ContentType { get; init; } = "application/x-amz-json-1.1";

    /// <summary>Headers beside the request id, the content type and the error type.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
