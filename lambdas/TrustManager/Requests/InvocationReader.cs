using System.Text.Json;

namespace Infra.TrustManager.Requests;

/// <summary>Distinguishes CloudFormation, EventBridge and operators.</summary>
public static class InvocationReader
{
    /// <summary>Longest source or detail type that is kept, in characters; AWS's own have less than 100.</summary>
    private const int MaxName = 128;

    private const string NotJson = "The event is not valid UTF-8 JSON, or it repeats a member.";

    /// <summary>Of a member that is there twice, each reader would believe another one.</summary>
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    public static async Task<Invocation> ReadAsync(Stream input)
    {
        using var json = new MemoryStream();
        await input.CopyToAsync(json, CancellationToken.None);
        return Read(json.ToArray());
    }

    public static Invocation Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            if (!JsonText.IsWhole(json.Span))
            {
                return new Invocation.Unreadable("The event has a text that is not Unicode.");
            }

            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return new Invocation.Unreadable(NotJson);
        }
    }

    private static Invocation Read(JsonElement root) => root.ValueKind != JsonValueKind.Object
        ? new Invocation.Unreadable($"The event is not a JSON object but {root.ValueKind}.")
        : root.TryGetProperty("ResponseURL", out _) || root.TryGetProperty("RequestType", out _)
            ? new Invocation.CloudFormation()
            : root.TryGetProperty("request", out var request)
                ? new Invocation.Request(
                    request.ValueKind == JsonValueKind.String ? request.GetString()! : request.GetRawText(), root)
                : Text(root, "source") is { } source && Text(root, "detail-type") is { } type
                    ? new Invocation.EventBridge($"{source} {type}", root)
                    : new Invocation.Unreadable("The event is not an operator request: it has no member 'request'.");

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() is { Length: > MaxName } text ? text[..MaxName] : value.GetString()
            : null;
}
