using System.Text.Json;

namespace Infra.AwsJson.Tests;

/// <summary>What reached the service.</summary>
internal sealed record Call(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
