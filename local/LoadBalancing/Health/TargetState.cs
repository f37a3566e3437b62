namespace Infra.Local.LoadBalancing.Health;

/// <summary>State of a target, in the service's own words.</summary>
public enum TargetState
{
    /// <summary>No listener uses the target group.</summary>
    Unused,

    /// <summary>Health checks are off.</summary>
    Unavailable,

    /// <summary>The first checks are on their way.</summary>
    Initial,

    Healthy,

    /// <summary>Requests still go to it while no target is healthy, and there is only this one.</summary>
    Unhealthy,
}
