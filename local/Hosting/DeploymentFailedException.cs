using Infra.Local.CloudFormation.Stacks;

namespace Infra.Local.Hosting;

/// <summary>A stack could not be deployed.</summary>
public sealed class DeploymentFailedException(StackResult result)
    : Exception($"Stack {result.StackName} ended in {result.Stack?.Status ?? "DELETED"}: {result.Reason}");
