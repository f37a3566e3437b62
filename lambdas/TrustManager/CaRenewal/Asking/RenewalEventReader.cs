using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.TrustManager.DirectoryTrust.Requests;

namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>Reads what the function was invoked with; whatever it is, there is an answer to it.</summary>
public static partial class RenewalEventReader
{
    private const string Allowed =
        "Allowed are {\"request\":\"plan\"}, {\"request\":\"history\"} and {\"request\":\"published\",\"thumbprint\":"
        + "\"<SHA-256>\"}, each with an optional \"time\" (ISO 8601), and the events of EventBridge.";

    public static RenewalEvent Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement)
                : new RenewalEvent.NotUnderstood($"The event is no JSON object. {Allowed}");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second is what a text that is no Unicode gives.
            return new RenewalEvent.NotUnderstood($"The event is no JSON of Unicode. {Allowed}");
        }
    }

    private static RenewalEvent Read(JsonElement root)
    {
        var time = Text(root, "time");
        var at = time is null ? null : Moment.Find(time);
        if (root.TryGetProperty("time", out _) && at is null)
        {
            return new RenewalEvent.NotUnderstood(
                $"time is '{Shown(time)}'; it must be {Moment.Allowed}. {Allowed}");
        }

        return Text(root, "request") switch
        {
            "plan" => new RenewalEvent.Plan(at),
            "history" => new RenewalEvent.History(at),
            "published" => Published(Text(root, "thumbprint"), at),
            null when Text(root, "source") is { } source && Text(root, "detail-type") is { } kind =>
                new RenewalEvent.Run(at, $"{source}: {kind}"),
            var other => new RenewalEvent.NotUnderstood($"The request is '{Shown(other)}', which is not known. {Allowed}"),
        };
    }

    private static RenewalEvent Published(string? thumbprint, DateTimeOffset? at)
    {
        // certutil prints spaces between the bytes, openssl colons.
        var digits = (thumbprint ?? "").Replace(" ", "", StringComparison.Ordinal)
            .Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        return Sha256().IsMatch(digits)
            ? new RenewalEvent.Published(at, digits)
            : new RenewalEvent.NotUnderstood(
                $"thumbprint is '{Shown(thumbprint)}'; it must be the SHA-256 of the certificate, 64 hexadecimal digits, "
                + "as the message about the new certificate gives it.");
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Shown(string? value) =>
        value switch { null => "missing", { Length: > 100 } => $"{value[..100]}...", _ => value };

    [GeneratedRegex(@"\A[0-9A-F]{64}\z")]
    private static partial Regex Sha256();
}
