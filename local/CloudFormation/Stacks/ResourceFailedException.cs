namespace Infra.Local.CloudFormation.Stacks;

/// <summary>An operation on one resource failed; the deployment is rolled back.</summary>
internal sealed class ResourceFailedException(string logicalId, string type, Exception cause)
    : Exception($"{logicalId} ({type}): {cause.Message}", cause);
