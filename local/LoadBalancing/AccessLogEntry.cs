namespace Infra.Local.LoadBalancing;

/// <summary>One request as the load balancer saw it.</summary>
/// <param name="Time">When it was answered.</param>
/// <param name="LoadBalancer">Name of the load balancer.</param>
/// <param name="Client">Address it came from.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="RawTarget">Request target as sent.</param>
/// <param name="StatusCode">What the client got; 460 when it did not wait.</param>
/// <param name="ErrorReason">Error reason code, such as <c>LambdaInvalidResponse</c>; null when nothing went wrong.</param>
/// <param name="ErrorDetail">For a person: what went wrong.</param>
public sealed record AccessLogEntry(
    DateTimeOffset Time,
    string LoadBalancer,
    string Client,
    string Method,
    string RawTarget,
    int StatusCode,
    string? ErrorReason,
    string? ErrorDetail);
