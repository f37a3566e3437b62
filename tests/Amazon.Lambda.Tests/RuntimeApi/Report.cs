using System.Text.Json;

namespace Infra.Amazon.Lambda.Tests.RuntimeApi;

/// <summary>What a function sent to the Runtime API.</summary>
internal sealed record Report(string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => Parse(Body);

    public static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
