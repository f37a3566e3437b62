using System.Text;
using System.Text.Json;

namespace Infra.Trust.Answers;

/// <summary>What a function says to a person's request.</summary>
/// <param name="Text">For a person.</param>
/// <param name="IsRefused">True when it names an error or refusals: what was asked is not done.</param>
/// <param name="Json">The whole answer.</param>
internal sealed record Answer(string Text, bool IsRefused, JsonElement Json)
{
    /// <summary>Enough of something unexpected to recognize it, in characters.</summary>
    private const int ExcerptLength = 200;

    /// <summary>Null unless the bytes are a JSON object with a text.</summary>
    public static Answer? Find(byte[] said)
    {
        try
        {
            using var document = JsonDocument.Parse(said);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("text", out var text)
                && text.ValueKind == JsonValueKind.String
                    ? new Answer(text.GetString()!, HasError(root) || HasRefusals(root), root.Clone())
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Excerpt(byte[] said)
    {
        var text = Encoding.UTF8.GetString(said).ReplaceLineEndings(" ");
        return text.Length switch
        {
            0 => "nothing",
            <= ExcerptLength => text,
            _ => text[..ExcerptLength] + "...",
        };
    }

    private static bool HasError(JsonElement root) =>
        root.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null;

    private static bool HasRefusals(JsonElement root) =>
        root.TryGetProperty("refusals", out var refusals)
        && refusals.ValueKind == JsonValueKind.Array
        && refusals.GetArrayLength() > 0;
}
