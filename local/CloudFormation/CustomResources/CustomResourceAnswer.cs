using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.CustomResources;

/// <summary>What a function answered about its resource.</summary>
/// <param name="FailureReason">Null for <c>SUCCESS</c>.</param>
/// <param name="PhysicalResourceId">Null only with a failure that named none.</param>
/// <param name="Data">Attributes for <c>Fn::GetAtt</c>.</param>
internal sealed record CustomResourceAnswer(
    string? FailureReason, string? PhysicalResourceId, IReadOnlyDictionary<string, JsonNode> Data);
