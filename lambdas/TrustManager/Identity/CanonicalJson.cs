using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Infra.TrustManager.Identity;

/// <summary>One text for one JSON value, however it was written: members by name, no space, ASCII only.</summary>
/// <remarks>
/// The same text as Python's <c>json.dumps(value, sort_keys=True, separators=(",", ":"))</c>, so that a client in
/// another language needs no library. Numbers stay as they are written; write requests have none.
/// </remarks>
public static class CanonicalJson
{
    /// <param name="except">A member of the outermost object that is left out.</param>
    /// <exception cref="FormatException">A member occurs twice, so that two readers could read different requests.
    /// </exception>
    /// <exception cref="InvalidOperationException">A text is not valid Unicode.</exception>
    public static string Write(JsonElement value, string? except = null)
    {
        var text = new StringBuilder();
        Append(text, value, except);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value, string? except = null)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(text, value, except);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    text.Append(index == 0 ? "" : ",");
                    Append(text, item);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                AppendText(text, value.GetString()!);
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonElement value, string? except)
    {
        string? last = null;
        text.Append('{');
        foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            if (member.Name == except)
            {
                continue;
            }

            if (member.Name == last)
            {
                throw new FormatException($"the member '{Name(last)}' occurs twice; each may occur once");
            }

            text.Append(last is null ? "" : ",");
            AppendText(text, last = member.Name);
            text.Append(':');
            Append(text, member.Value);
        }

        text.Append('}');
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                >= ' ' and <= '~' => text.Append(character),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
            };
        }

        text.Append('"');
    }

    /// <summary>Enough of a member's name for an error, in characters.</summary>
    private static string Name(string name) => name.Length <= 40 ? name : $"{name[..40]}...";
}
