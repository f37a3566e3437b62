using System.Text.Json;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>Tells apart who invoked the function: CloudFormation, EventBridge or a person.</summary>
public static class DirectoryTrustEventReader
{
    /// <summary>Longest source or detail type that is kept, in characters; AWS's own have less than 100.</summary>
    private const int MaxName = 128;

    /// <param name="now">For whatever names no moment of its own.</param>
    public static DirectoryTrustEvent Read(ReadOnlyMemory<byte> json, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;

            // Where CloudFormation waits for an answer it gets one, whatever else the event holds.
            return root.ValueKind != JsonValueKind.Object || root.TryGetProperty("ResponseURL", out _)
                ? new DirectoryTrustEvent.Resource()
                : root.TryGetProperty("request", out var request)
                    ? new RequestReader(root, now).Read(request)
                    : Occurrence(root, now);
        }
        catch (JsonException)
        {
            // What is no JSON may still name where CloudFormation waits, which its own reader finds.
            return new DirectoryTrustEvent.Resource();
        }
        catch (InvalidOperationException)
        {
            return new DirectoryTrustEvent.Wrong("The request has a text that is no Unicode. Nothing was changed.");
        }
    }

    private static DirectoryTrustEvent Occurrence(JsonElement root, DateTimeOffset now) =>
        Text(root, "source") is { } source && Text(root, "detail-type") is { } type
            ? new DirectoryTrustEvent.Occurrence(
                $"{source} {type}", Text(root, "time") is { } time && Moment.Find(time) is { } at ? at : now)
            : new DirectoryTrustEvent.Resource();

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() is { Length: > MaxName } text ? text[..MaxName] : value.GetString()
            : null;
}
