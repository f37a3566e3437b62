using Infra.Local.Iam;

namespace Infra.Local.Lambda;

/// <summary>Calls deployed functions, as the Lambda service does for a load balancer, CloudFormation or EventBridge.</summary>
public interface IFunctions
{
    /// <summary>Synchronous invocation, permission of <paramref name="caller"/> included.</summary>
    /// <exception cref="Endpoint.AwsException">
    /// <c>AccessDenied</c>, <c>ResourceNotFoundException</c> or <c>TooManyRequestsException</c> (no environment is free).
    /// </exception>
    Task<InvocationResult> InvokeAsync(
        string functionArn, ReadOnlyMemory<byte> payload, Principal caller, CancellationToken cancellationToken);
}
