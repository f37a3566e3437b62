using System.Text.Json;

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
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, MaxDepth = 1000 });
            var name = "";
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1)
                {
                    continue;
                }

                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = reader.GetString()!;
                }
                else if (reader.TokenType == JsonTokenType.String)
                {
                    found[name] = reader.GetString()!;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The place where it breaks, or text that is no UTF-8: what was found before it is the result.
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
