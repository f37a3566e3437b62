namespace Infra.TrustManager.CustomResources;

/// <summary>A request that has everything that CloudFormation promises.</summary>
/// <param name="OldProperties">The properties before an Update; empty otherwise.</param>
public sealed record CustomResourceRequest(
    RequestKind Kind, AnswerAddress Address, ResourceProperties Properties, ResourceProperties OldProperties);
