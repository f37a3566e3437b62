namespace Infra.Local.LoadBalancing.Health;

/// <summary>State of a target and the run of equal checks that led to it.</summary>
/// <param name="State">Now.</param>
/// <param name="Passed">Checks passed in a row.</param>
/// <param name="Failed">Checks failed in a row.</param>
/// <param name="Detail">What the last check gave, for a person.</param>
public sealed record TargetHealth(TargetState State, int Passed, int Failed, string Detail)
{
    public static TargetHealth Unused { get; } = new(TargetState.Unused, 0, 0, "No listener uses the target group.");

    public static TargetHealth Unavailable { get; } = new(TargetState.Unavailable, 0, 0, "Health checks are disabled.");

    public static TargetHealth Initial { get; } = new(TargetState.Initial, 0, 0, "No check has ended yet.");

    /// <summary>A new target needs one check, an unhealthy one the whole threshold.</summary>
    public TargetHealth After(bool passed, string detail, HealthCheckSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var next = passed
            ? this with { Passed = Passed + 1, Failed = 0, Detail = detail }
            : this with { Passed = 0, Failed = Failed + 1, Detail = detail };
        return State switch
        {
            TargetState.Initial when passed => next with { State = TargetState.Healthy },
            TargetState.Unhealthy when next.Passed >= settings.HealthyThreshold => next with { State = TargetState.Healthy },
            TargetState.Initial or TargetState.Healthy when next.Failed >= settings.UnhealthyThreshold =>
                next with { State = TargetState.Unhealthy },
            _ => next,
        };
    }
}
