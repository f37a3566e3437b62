using System.Text.Json.Serialization;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Generated code that writes the answer to a plan request.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlanAnswer))]
internal sealed partial class PlanAnswerJson : JsonSerializerContext;
