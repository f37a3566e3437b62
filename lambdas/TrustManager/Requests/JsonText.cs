using System.Text.Json;

namespace Infra.TrustManager.Requests;

/// <summary>
/// Finds what is JSON and not text: half a surrogate pair that is written as an escape, and bytes that are not UTF-8.
/// </summary>
/// <remarks>The JSON reader looks at a text only when it is asked for, and throws then.</remarks>
internal static class JsonText
{
    /// <summary>Where the first such text or name is: <c>SmartCard.Certificates[0]</c>; null for none.</summary>
    /// <param name="path">Of <paramref name="element"/>.</param>
    public static string? FindBroken(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.String => IsText(() => element.GetString()) ? null : path,
        JsonValueKind.Object => element.EnumerateObject()
            .Select(member => IsText(() => member.Name)
                ? FindBroken(member.Value, $"{path}.{member.Name}")
                : $"the name of a member of {path}")
            .FirstOrDefault(broken => broken is not null),
        JsonValueKind.Array => element.EnumerateArray()
            .Select((item, index) => FindBroken(item, $"{path}[{index}]"))
            .FirstOrDefault(broken => broken is not null),
        _ => null,
    };

    /// <summary>Whether every text and name of a document is text.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static bool IsWhole(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && Find(ref reader) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The string or name at which <paramref name="reader"/> is; null when it is not text.</summary>
    public static string? Find(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsText(Func<string?> read)
    {
        try
        {
            _ = read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
