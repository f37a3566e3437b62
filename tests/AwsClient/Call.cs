using System.Text.Json;

namespace Infra.AwsClient.Tests;

/// <summary>What reached the service.</summary>
/// <param name="Target">Path and query as they were sent, escapes included.</param>
internal sealed record Call(
    string Method, string Path, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
