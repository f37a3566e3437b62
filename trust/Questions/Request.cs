using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Trust.Questions;

/// <summary>A person's request, as the function reads it; what is null is not sent.</summary>
/// <remarks>Values are checked by the function, which says what is allowed: one rule, at one place.</remarks>
/// <param name="Name">What to do: <c>plan</c>, <c>apply</c>, <c>hold</c> ...</param>
internal sealed partial record Request([property: JsonPropertyName("request")] string Name)
{
    public string? Reason { get; init; }

    public string? Until { get; init; }

    public string? Time { get; init; }

    public string? Thumbprint { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Wire.Default.Request);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Request))]
    private sealed partial class Wire : JsonSerializerContext;
}
