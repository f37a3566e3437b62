namespace Infra.Local.CloudFormation.Stacks;

/// <summary>Reports the events of one operation on one stack.</summary>
internal sealed class StackProgress(string stackName, TimeProvider time, IProgress<StackEvent>? progress)
{
    public void Stack(string status, string? reason = null) => Report(stackName, "AWS::CloudFormation::Stack", status, reason);

    public void Resource(StackResource resource, string status, string? reason = null) =>
        Report(resource.LogicalId, resource.Type, status, reason);

    public void Report(string logicalId, string type, string status, string? reason = null) =>
        progress?.Report(new StackEvent(time.GetUtcNow(), stackName, logicalId, type, status, reason));
}
