using System.Text.Json;
using Infra.TrustManager.Requests;

namespace Infra.TrustManager.CustomResources;

/// <summary>Turns the bytes of an event into a request, or into whatever is needed to refuse it.</summary>
public static class EventReader
{
    /// <param name="bucket">The only place that answers go to.</param>
    public static EventReading Read(ReadOnlySpan<byte> json, ResponseBucket bucket)
    {
        CustomResourceEvent received;
        string? syntax = null;
        try
        {
            received = JsonSerializer.Deserialize(json, CustomResourceJson.Default.CustomResourceEvent)
                ?? new CustomResourceEvent();
        }
        catch (JsonException exception)
        {
            var place = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine}";
            syntax = $"its JSON breaks at {exception.Path} ({place})";
            received = EventSalvage.Read(json);
        }

        string[] problems = [.. Problems(received, syntax)];
        if (EventIdentity.AddressOf(received, bucket) is not { } address)
        {
            var elsewhere = EventIdentity.ProblemOf(received, bucket);
            problems = [.. problems, .. elsewhere is null ? Array.Empty<string>() : [elsewhere]];
            return new EventReading.Unanswerable(
                "The event names no ResponseURL and request that an answer could go to, so CloudFormation will wait in "
                    + "vain: "
                + $"{string.Join("; ", problems.DefaultIfEmpty("its identifiers are not CloudFormation's"))}. "
                + "Nothing was changed.");
        }

        return problems.Length > 0
            ? new EventReading.Malformed(
                address,
                $"The request is not one that CloudFormation sends: {string.Join("; ", problems)}. "
                + "Nothing was changed. Deploy again; if this repeats, look at who invokes the function.")
            : new EventReading.Request(new CustomResourceRequest(
                Enum.Parse<RequestKind>(received.RequestType!),
                address,
                ResourceProperties.From(received.ResourceProperties),
                ResourceProperties.From(received.OldResourceProperties)));
    }

    private static IEnumerable<string> Problems(CustomResourceEvent received, string? syntax)
    {
        if (syntax is not null)
        {
            yield return syntax;
            yield break;
        }

        if (!Enum.GetNames<RequestKind>().Contains(received.RequestType, StringComparer.Ordinal))
        {
            yield return $"RequestType is '{Shown(received.RequestType)}', allowed are Create, Update and Delete";
        }

        if (received.RequestType is nameof(RequestKind.Update) or nameof(RequestKind.Delete)
            && string.IsNullOrEmpty(received.PhysicalResourceId))
        {
            yield return $"PhysicalResourceId is missing, which every {received.RequestType} has";
        }

        if (received.ResourceProperties is not { ValueKind: JsonValueKind.Object })
        {
            yield return "ResourceProperties is missing or no object";
        }

        (JsonElement? Value, string Name)[] properties =
        [
            (received.ResourceProperties, nameof(received.ResourceProperties)),
            (received.OldResourceProperties, nameof(received.OldResourceProperties)),
        ];
        foreach (var (value, name) in properties)
        {
            if (value is { } json && JsonText.FindBroken(json, name) is { } broken)
            {
                yield return $"{Shown(broken)} is not Unicode text";
            }
        }
    }

    private static string? Shown(string? text) => text is { Length: > 100 } ? text[..100] + "..." : text;
}
