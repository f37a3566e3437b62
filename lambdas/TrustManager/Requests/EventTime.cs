using System.Text.Json;

namespace Infra.TrustManager.Requests;

/// <summary>The moment for which an event of EventBridge is decided.</summary>
internal static class EventTime
{
    /// <summary>The event's own, so that a delayed one decides nothing that it could not have decided then.</summary>
    public static DateTimeOffset Of(Invocation.EventBridge occurrence, TimeProvider time) =>
        occurrence.Json.TryGetProperty("time", out var text) && text.ValueKind == JsonValueKind.String
            && Moment.Find(text.GetString()!) is { } moment
                ? moment
                : time.GetUtcNow();
}
