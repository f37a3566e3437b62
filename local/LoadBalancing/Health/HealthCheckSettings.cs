using Infra.Local.Endpoint;

namespace Infra.Local.LoadBalancing.Health;

/// <summary>How a target is checked; defaults are those of AWS for Lambda targets.</summary>
public sealed record HealthCheckSettings
{
    /// <summary>Path of the event. Default: <c>/</c>.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Time between two checks, 5 to 300 seconds. Default: 35 seconds.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>Longest wait for an answer, 2 to 120 seconds, less than the interval. Default: 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Checks in a row that an unhealthy target must pass, 2 to 10. Default: 5.</summary>
    public int HealthyThreshold { get; init; } = 5;

    /// <summary>Checks in a row that a target must fail, 2 to 10. Default: 2.</summary>
    public int UnhealthyThreshold { get; init; } = 2;

    /// <summary>Statuses that pass. Default: 200.</summary>
    public StatusMatcher Matcher { get; init; } = StatusMatcher.Parse("200");

    /// <exception cref="AwsException"><c>ValidationError</c> for a number that AWS does not take.</exception>
    public HealthCheckSettings Checked()
    {
        Demand("HealthCheckIntervalSeconds", Interval.TotalSeconds, 5, 300);
        Demand("HealthCheckTimeoutSeconds", Timeout.TotalSeconds, 2, 120);
        Demand("HealthyThresholdCount", HealthyThreshold, 2, 10);
        Demand("UnhealthyThresholdCount", UnhealthyThreshold, 2, 10);
        return Timeout < Interval
            ? this
            : throw new AwsException(
                "ValidationError",
                $"HealthCheckTimeoutSeconds ({Timeout.TotalSeconds}) must be less than HealthCheckIntervalSeconds "
                + $"({Interval.TotalSeconds}).");
    }

    private static void Demand(string name, double value, double least, double most)
    {
        if (value < least || value > most)
        {
            throw new AwsException("ValidationError", $"{name} is {value}; it must be {least} to {most}.");
        }
    }
}
