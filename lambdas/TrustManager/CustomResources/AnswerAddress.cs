namespace Infra.TrustManager.CustomResources;

/// <summary>Where an answer goes and which request it is to.</summary>
/// <param name="ResponseUrl">Pre-signed: whoever has it can answer, so it is never logged.</param>
/// <param name="PhysicalResourceId">Null on Create, and where CloudFormation sent none.</param>
public sealed record AnswerAddress(
    Uri ResponseUrl, string StackId, string RequestId, string LogicalResourceId, string? PhysicalResourceId)
{
    public override string ToString() => $"request {RequestId} about {LogicalResourceId} of {StackId}";
}
