using System.Text.Json.Serialization;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>Generated code that writes the answers to requests.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanAnswer))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(PlainAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
