namespace Infra.Local.CloudFormation.Stacks;

/// <summary>One step of a deployment, as <c>DescribeStackEvents</c> tells it.</summary>
/// <param name="Timestamp">On the local AWS' clock.</param>
/// <param name="StackName">Name of the stack.</param>
/// <param name="LogicalId">The resource, or the stack's name for the stack itself.</param>
/// <param name="Type">Resource type; <c>AWS::CloudFormation::Stack</c> for the stack itself.</param>
/// <param name="Status">For example <c>CREATE_IN_PROGRESS</c>.</param>
/// <param name="Reason">Why; null when there is nothing to say.</param>
public sealed record StackEvent(
    DateTimeOffset Timestamp, string StackName, string LogicalId, string Type, string Status, string? Reason);
