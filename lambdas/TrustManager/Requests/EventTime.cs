using System.Text.Json;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Requests;

/// <summary>Whether an event is of now; the moment for which a run decides is that of the function's clock.</summary>
/// <remarks>
/// An event of another day was not sent by EventBridge, or the function's clock is wrong. Either way it starts no run;
/// the next scheduled run does what is due.
/// </remarks>
internal static class EventTime
{
    /// <summary>How long EventBridge tries to deliver an event (user guide, "Retry policy": 24 hours).</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    /// <returns>Why the event is refused; null when it is of now, or does not say of when it is.</returns>
    public static string? Problem(Invocation.EventBridge occurrence, DateTimeOffset now)
    {
        if (!occurrence.Json.TryGetProperty("time", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (Moment.Find(text) is not { } at)
        {
            var seen = Printable.Value(RequestTarget.Shown(text));
            return $"The event's time is '{seen}'; it must be {Moment.Allowed}. Nothing was changed.";
        }

        return (at - now).Duration() <= Tolerance
            ? null
            : $"The event's time is {at:u}, and the function's clock says {now:u}; they may differ by "
                + $"{Tolerance.TotalHours:0} hours. Nothing was changed; the next scheduled run does what is due.";
    }
}
