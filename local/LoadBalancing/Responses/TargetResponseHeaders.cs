using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Infra.Local.LoadBalancing.Responses;

/// <summary>The headers of a response document, in the one form that the target group's mode asks for.</summary>
internal static class TargetResponseHeaders
{
    // RFC 9110, 5.6.2: the characters of a field name.
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static IReadOnlyList<KeyValuePair<string, string>> Read(JsonElement document, bool multiValueHeaders)
    {
        var member = multiValueHeaders ? "multiValueHeaders" : "headers";
        if (!document.TryGetProperty(member, out var headers) || headers.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidTargetResponseException(
                $"The document needs an object {member}, since lambda.multi_value_headers.enabled is "
                + $"{(multiValueHeaders ? "true" : "false")} on the target group.");
        }

        var read = headers.EnumerateObject()
            .SelectMany(header => ValuesOf(header, multiValueHeaders).Select(value => KeyValuePair.Create(header.Name, value)))
            .ToArray();
        var bytes = read.Sum(header => header.Key.Length + Encoding.UTF8.GetByteCount(header.Value) + ": \r\n".Length);
        return bytes <= LoadBalancingLimits.MaxResponseHeadersBytes
            ? read
            : throw new InvalidTargetResponseException(
                $"The headers have {bytes} bytes; the load balancer takes at most {LoadBalancingLimits.MaxResponseHeadersBytes}.");
    }

    private static IEnumerable<string> ValuesOf(JsonProperty header, bool multiValueHeaders)
    {
        if (header.Name.Length == 0 || header.Name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new InvalidTargetResponseException($"Header name '{header.Name}' is not a token.");
        }

        if (!multiValueHeaders)
        {
            return [TextOf(header.Name, header.Value)];
        }

        return header.Value.ValueKind == JsonValueKind.Array
            ? header.Value.EnumerateArray().Select(value => TextOf(header.Name, value))
            : throw new InvalidTargetResponseException($"Header {header.Name} in multiValueHeaders must be a list of texts.");
    }

    private static string TextOf(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw new InvalidTargetResponseException($"The value of header {name} is of kind {value.ValueKind}; it must be text.");
        }

        var text = value.GetString()!;
        return text.Any(c => (c < ' ' && c != '\t') || c == '\x7f')
            ? throw new InvalidTargetResponseException($"The value of header {name} has a control character.")
            : text;
    }
}
