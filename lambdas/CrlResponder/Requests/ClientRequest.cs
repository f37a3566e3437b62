using Amazon.Lambda.ApplicationLoadBalancerEvents;

namespace Infra.CrlResponder.Requests;

/// <summary>What a client asked the load balancer for, whichever of the two header modes the target group has.</summary>
public sealed class ClientRequest
{
    private const string HealthCheckerAgent = "ELB-HealthChecker/";

    private readonly ApplicationLoadBalancerRequest _event;

    private ClientRequest(ApplicationLoadBalancerRequest loadBalancerEvent) => _event = loadBalancerEvent;

    public string Method => _event.HttpMethod;

    /// <summary>As the client sent it, still percent-encoded; the query string is not part of it and nobody reads that.</summary>
    public string Path => _event.Path;

    /// <summary>True when the target group has multi-value headers; the answer must then have them too.</summary>
    public bool HasMultiValueHeaders => _event.MultiValueHeaders is not null;

    /// <summary>The client's address: the last entry, which the load balancer adds itself; those before are hearsay.</summary>
    public string? ClientAddress => Header("x-forwarded-for") is { } addresses
        ? addresses[(addresses.LastIndexOf(',') + 1)..].Trim()
        : null;

    /// <summary>The request in an event, or null when the event has no method or path.</summary>
    public static ClientRequest? From(ApplicationLoadBalancerRequest? loadBalancerEvent) =>
        loadBalancerEvent is { HttpMethod: not null, Path: not null } ? new ClientRequest(loadBalancerEvent) : null;

    public bool IsHealthCheck(string healthPath) =>
        Path == healthPath && Header("user-agent")?.StartsWith(HealthCheckerAgent, StringComparison.Ordinal) == true;

    /// <summary>The value of a header, several lines joined by commas (RFC 9110 section 5.3); null when absent.</summary>
    public string? Header(string name)
    {
        if (_event.MultiValueHeaders is { } multiValue)
        {
            foreach (var (key, values) in multiValue)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase) && values is { Count: > 0 })
                {
                    return values.Count == 1 ? values[0] : string.Join(", ", values);
                }
            }
        }
        else if (_event.Headers is { } singleValue)
        {
            foreach (var (key, value) in singleValue)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }
        }

        return null;
    }
}
