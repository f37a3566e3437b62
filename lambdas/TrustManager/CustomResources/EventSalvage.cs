using System.Text.Json;
using Infra.TrustManager.Requests;

namespace Infra.TrustManager.CustomResources;

/// <summary>Reads as many of an event's own strings as come before the place where it breaks.</summary>
/// <remarks>
/// Without an answer CloudFormation waits up to an hour for the resource, so even a broken event is worth a look.
/// </remarks>
internal static class EventSalvage
{
    public static CustomResourceEvent Read(ReadOnlySpan<byte> json)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            // An event of n bytes nests less deep than n.
            var reader = new Utf8JsonReader(
                json, new JsonReaderOptions { AllowTrailingCommas = true, MaxDepth = Math.Max(json.Length, 1) });
            var name = "";
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1)
                {
                    continue;
                }

                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = JsonText.Find(ref reader) ?? "";
                }
                else if (reader.TokenType == JsonTokenType.String && JsonText.Find(ref reader) is { } text)
                {
                    found[name] = text;
                }
            }
        }
        catch (JsonException)
        {
            // The place where it breaks: what was found before it is the result.
        }

        return new CustomResourceEvent
        {
            RequestType = found.GetValueOrDefault(nameof(CustomResourceEvent.RequestType)),
            ResponseURL = found.GetValueOrDefault(nameof(CustomResourceEvent.ResponseURL)),
            StackId = found.GetValueOrDefault(nameof(CustomResourceEvent.StackId)),
            RequestId = found.GetValueOrDefault(nameof(CustomResourceEvent.RequestId)),
            LogicalResourceId = found.GetValueOrDefault(nameof(CustomResourceEvent.LogicalResourceId)),
            PhysicalResourceId = found.GetValueOrDefault(nameof(CustomResourceEvent.PhysicalResourceId)),
        };
    }
}
