using Infra.Local.LoadBalancing.Health;

namespace Infra.Local.LoadBalancing;

/// <summary>A target group, its settings of the moment and the health of its target.</summary>
public sealed class TargetGroup : IAsyncDisposable
{
    private readonly HealthCheck _check;
    private readonly TimeProvider _time;
    private HealthMonitor? _monitor;

    internal TargetGroup(string arn, TargetGroupSettings settings, HealthCheck check, TimeProvider time) =>
        (Arn, Settings, _check, _time) = (arn, settings, check, time);

    public string Arn { get; }

    public TargetGroupSettings Settings { get; private set; }

    /// <summary>ARN of the load balancer whose listener forwards to it; null while there is none.</summary>
    public string? LoadBalancerArn { get; private set; }

    public TargetHealth Health { get; private set; } = TargetHealth.Unused;

    /// <summary>Called whenever a check has ended.</summary>
    public event Action<TargetHealth>? Checked;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _monitor, null) is { } monitor)
        {
            await monitor.DisposeAsync();
        }
    }

    internal Task ChangeAsync(TargetGroupSettings settings)
    {
        Settings = settings;
        return RestartChecksAsync();
    }

    internal Task ServeAsync(string? loadBalancerArn)
    {
        LoadBalancerArn = loadBalancerArn;
        return RestartChecksAsync();
    }

    private async Task RestartChecksAsync()
    {
        await DisposeAsync();
        Health = LoadBalancerArn is null
            ? TargetHealth.Unused
            : Settings.HealthCheck is null ? TargetHealth.Unavailable : TargetHealth.Initial;
        if (Health.State == TargetState.Initial && Settings is { HealthCheck: { } checks, FunctionArn: not null } settings)
        {
            _monitor = HealthMonitor.Start(token => CheckAsync(settings, checks, token), checks.Interval, _time);
        }
    }

    private async Task CheckAsync(TargetGroupSettings settings, HealthCheckSettings checks, CancellationToken cancellationToken)
    {
        var (passed, detail) = await _check.RunAsync(settings, Arn, checks, cancellationToken);
        Health = Health.After(passed, detail, checks);
        Checked?.Invoke(Health);
    }
}
