using System.Text.Json.Serialization;
using Infra.TrustManager.DirectoryTrust.Approvals;
using Infra.TrustManager.DirectoryTrust.Status;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>Generated code that writes the answers to requests.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanAnswer))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(StatusResponse))]
[JsonSerializable(typeof(PlainAnswer))]
[JsonSerializable(typeof(ApprovalsResponse))]
[JsonSerializable(typeof(DecisionResponse))]
internal sealed partial class AnswerJson : JsonSerializerContext;
