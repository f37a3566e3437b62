using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Infra.Local.LoadBalancing.Responses;

/// <summary>Reads a function's response document as strictly as the load balancer, for which anything odd is a 502.</summary>
public static class TargetResponseReader
{
    /// <param name="document">What the function gave.</param>
    /// <param name="multiValueHeaders">Attribute <c>lambda.multi_value_headers.enabled</c> of the target group.</param>
    public static TargetReading Read(ReadOnlyMemory<byte> document, bool multiValueHeaders)
    {
        if (document.Length > LoadBalancingLimits.MaxResponseDocumentBytes)
        {
            return Problem(
                $"The document has {document.Length} bytes; the load balancer takes at most "
                + $"{LoadBalancingLimits.MaxResponseDocumentBytes}.");
        }

        try
        {
            using var json = JsonDocument.Parse(document);
            return Read(json.RootElement, multiValueHeaders);
        }
        catch (JsonException e)
        {
            return Problem($"The document is not JSON: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // What the parser says, late, of bytes and escapes that make no text.
            return Problem("The document has text that is not Unicode.");
        }
        catch (InvalidTargetResponseException e)
        {
            return Problem(e.Message);
        }
    }

    private static TargetReading Read(JsonElement document, bool multiValueHeaders)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidTargetResponseException($"The document is of kind {document.ValueKind}; it must be an object.");
        }

        foreach (var member in document.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Null))
        {
            throw new InvalidTargetResponseException($"{member.Name} is null. Leave it out, or give it a value.");
        }

        var status = StatusOf(document);
        var headers = TargetResponseHeaders.Read(document, multiValueHeaders);
        return new TargetReading(new TargetResponse(status, ReasonOf(document, status), headers, BodyOf(document)), null);
    }

    private static int StatusOf(JsonElement document) =>
        document.TryGetProperty("statusCode", out var status)
        && status.ValueKind == JsonValueKind.Number
        && status.TryGetInt32(out var code)
        && code is >= 200 and <= 599
            ? code
            : throw new InvalidTargetResponseException("statusCode must be a number from 200 to 599.");

    /// <summary>The description is the code, one space and the reason.</summary>
    private static string? ReasonOf(JsonElement document, int status)
    {
        if (TextOf(document, "statusDescription") is not { } description)
        {
            return null;
        }

        if (description.Any(c => c is < ' ' or > '~'))
        {
            throw new InvalidTargetResponseException("statusDescription must be printable ASCII.");
        }

        var code = status.ToString(CultureInfo.InvariantCulture);
        return description.StartsWith(code, StringComparison.Ordinal) ? description[code.Length..].TrimStart() : description;
    }

    private static byte[] BodyOf(JsonElement document)
    {
        var body = TextOf(document, "body") ?? "";
        if (!IsBase64(document))
        {
            return Encoding.UTF8.GetBytes(body);
        }

        try
        {
            return Convert.FromBase64String(body);
        }
        catch (FormatException)
        {
            throw new InvalidTargetResponseException("isBase64Encoded is true and body is not base64.");
        }
    }

    private static bool IsBase64(JsonElement document) =>
        document.TryGetProperty("isBase64Encoded", out var flag)
        && (flag.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? flag.GetBoolean()
            : throw new InvalidTargetResponseException("isBase64Encoded must be true or false."));

    private static string? TextOf(JsonElement document, string name) =>
        !document.TryGetProperty(name, out var text)
            ? null
            : text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : throw new InvalidTargetResponseException($"{name} must be text.");

    private static TargetReading Problem(string problem) => new(null, problem);
}
