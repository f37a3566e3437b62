using System.Text.Json.Serialization;

namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>Generated code that writes answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RenewalAnswer))]
[JsonSerializable(typeof(CaStatusResponse))]
internal sealed partial class RenewalAnswerJson : JsonSerializerContext;
