using System.Text.Json.Serialization;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>JSON of the Runtime API, generated at compile time: nothing is left for reflection at start.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    MaxDepth = 4 * Errors.ErrorDocument.MaxExceptions)]
[JsonSerializable(typeof(Errors.ErrorDocument))]
[JsonSerializable(typeof(ErrorResponse))]
internal sealed partial class RuntimeApiJson : JsonSerializerContext;
