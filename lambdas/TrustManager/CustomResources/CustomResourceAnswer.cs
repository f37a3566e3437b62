namespace Infra.TrustManager.CustomResources;

/// <summary>What CloudFormation is told.</summary>
/// <param name="Reason">Required when it failed: one or two sentences for a person.</param>
/// <param name="Data">Values for <c>Fn::GetAtt</c>; no secrets, since nothing masks them.</param>
public sealed record CustomResourceAnswer(
    AnswerAddress Address,
    bool Succeeded,
    string PhysicalResourceId,
    string? Reason,
    IReadOnlyDictionary<string, string> Data);
