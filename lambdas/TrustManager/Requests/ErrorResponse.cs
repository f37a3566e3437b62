using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.TrustManager.Requests;

/// <summary>What an invocation is answered with that is not fulfilled.</summary>
/// <param name="Text">For a person.</param>
/// <param name="Error">The same, where a program looks for it.</param>
public sealed partial record ErrorResponse(string Text, string Error)
{
    public static byte[] Of(string problem) =>
        JsonSerializer.SerializeToUtf8Bytes(new ErrorResponse(problem, problem), Wire.Default.ErrorResponse);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ErrorResponse))]
    private sealed partial class Wire : JsonSerializerContext;
}
