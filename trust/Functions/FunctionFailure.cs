using System.Text.Json;
using Infra.Trust.Answers;

namespace Infra.Trust.Functions;

/// <summary>The document that Lambda gives for a function that failed.</summary>
internal static class FunctionFailure
{
    public static string Describe(byte[] said)
    {
        try
        {
            using var document = JsonDocument.Parse(said);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("errorMessage", out var message)
                && message.GetString() is { Length: > 0 } text
                    ? text.TrimEnd('.')
                    : Answer.Excerpt(said);
        }
        catch (JsonException)
        {
            return Answer.Excerpt(said);
        }
    }
}
