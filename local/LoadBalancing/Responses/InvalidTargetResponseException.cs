namespace Infra.Local.LoadBalancing.Responses;

/// <summary>A response document that the load balancer does not accept.</summary>
internal sealed class InvalidTargetResponseException(string message) : Exception(message);
