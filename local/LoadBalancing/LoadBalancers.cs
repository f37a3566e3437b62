using System.Collections.Concurrent;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Lambda;
using Infra.Local.Network;
using Infra.Local.S3;

namespace Infra.Local.LoadBalancing;

/// <summary>The account's load balancers.</summary>
/// <param name="account">For their ARNs.</param>
/// <param name="targetGroups">Where they forward to.</param>
/// <param name="securityGroups">Who they let in.</param>
/// <param name="functions">What answers.</param>
/// <param name="objects">Takes the test file of access logs.</param>
/// <param name="port">Loopback port of the first load balancer; 0 for any. Further ones get any.</param>
public sealed class LoadBalancers(
    AwsAccount account,
    TargetGroups targetGroups,
    SecurityGroups securityGroups,
    IFunctions functions,
    IObjectWriter objects,
    int port = 0) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LoadBalancer> _loadBalancers = new();
    private readonly AccessLogBucket _accessLogs = new(account, objects);
    private readonly FunctionTarget _target = new(account, functions);

    /// <summary>Called with every request that was answered.</summary>
    public event Action<AccessLogEntry>? Answered;

    public IReadOnlyList<LoadBalancer> All => [.. _loadBalancers.Values.OrderBy(one => one.Arn, StringComparer.Ordinal)];

    public LoadBalancer? Find(string arn) => _loadBalancers.GetValueOrDefault(arn);

    /// <exception cref="AwsException"><c>LoadBalancerNotFound</c>.</exception>
    public LoadBalancer Get(string arn) =>
        Find(arn) ?? throw new AwsException("LoadBalancerNotFound", $"Load balancer '{arn}' not found.");

    public async Task<LoadBalancer> CreateAsync(LoadBalancerSettings settings, CancellationToken cancellationToken)
    {
        Check(settings);
        if (_loadBalancers.Values.Any(one => one.Settings.Name == settings.Name))
        {
            throw new AwsException(
                "DuplicateLoadBalancerName",
                $"A load balancer with the name '{settings.Name}' exists. A replaced load balancer needs a new name, or none.");
        }

        var arn = account.Arn("elasticloadbalancing", $"loadbalancer/app/{settings.Name}/{ResourceSuffix.New()}");
        await _accessLogs.TestAsync(arn, settings.Attributes, cancellationToken);
        securityGroups.Use(arn, settings.SecurityGroupIds);
        return _loadBalancers[arn] = await StartAsync(arn, settings, cancellationToken);
    }

    public async Task<LoadBalancer> ChangeAsync(string arn, LoadBalancerSettings settings, CancellationToken cancellationToken)
    {
        Check(settings);
        var loadBalancer = Get(arn);
        var (before, after) = (loadBalancer.Settings.Attributes, settings.Attributes);
        if ((before.AccessLogBucket, before.AccessLogPrefix) != (after.AccessLogBucket, after.AccessLogPrefix))
        {
            await _accessLogs.TestAsync(arn, after, cancellationToken);
        }

        securityGroups.Use(arn, settings.SecurityGroupIds);
        loadBalancer.Settings = settings;
        return loadBalancer;
    }

    /// <summary>Deleting what is already gone succeeds.</summary>
    /// <exception cref="AwsException"><c>OperationNotPermitted</c> while deletion protection is on.</exception>
    public async Task DeleteAsync(string arn)
    {
        if (Find(arn) is not { } loadBalancer)
        {
            return;
        }

        if (loadBalancer.Settings.Attributes.DeletionProtection)
        {
            throw new AwsException(
                "OperationNotPermitted",
                $"Load balancer '{arn}' cannot be deleted because deletion protection is enabled. Set deletion_protection.enabled to "
                + "false and deploy, then delete.");
        }

        await SetListenerAsync(arn, null);
        securityGroups.Release(arn);
        _loadBalancers.TryRemove(arn, out _);
        await loadBalancer.DisposeAsync();
    }

    /// <summary>Puts a listener in place of the one that is there; null takes it away.</summary>
    public async Task SetListenerAsync(string arn, Listener? listener)
    {
        var loadBalancer = Get(arn);
        var target = (listener?.Action as ListenerAction.Forward)?.TargetGroupArn;
        if (target is not null && targetGroups.Get(target).LoadBalancerArn is { } user && user != arn)
        {
            throw new AwsException(
                "TargetGroupAssociationLimit",
                $"Target group '{target}' cannot be associated with more than one load balancer; {user} uses it. Let the target group "
                + "be replaced together with its load balancer.");
        }

        var before = (loadBalancer.Listener?.Action as ListenerAction.Forward)?.TargetGroupArn;
        loadBalancer.Listener = listener;
        if (before != target)
        {
            await ServeAsync(before, null);
            await ServeAsync(target, arn);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var loadBalancer in _loadBalancers.Values)
        {
            await loadBalancer.DisposeAsync();
        }
    }

    private async Task<LoadBalancer> StartAsync(string arn, LoadBalancerSettings settings, CancellationToken cancellationToken)
    {
        var free = _loadBalancers.Values.Any(one => one.Port == port) ? 0 : port;
        try
        {
            return await LoadBalancer.StartAsync(
                arn,
                settings,
                securityGroups,
                free,
                one => new ListenerRequests(one, targetGroups, _target, entry => Answered?.Invoke(entry)),
                cancellationToken);
        }
        catch (IOException e)
        {
            securityGroups.Release(arn);
            throw new AwsException(
                "InternalFailure", $"No load balancer can listen on 127.0.0.1:{free}: {e.Message} Choose another port.", 500);
        }
    }

    private Task ServeAsync(string? targetGroupArn, string? loadBalancerArn) =>
        targetGroupArn is not null && targetGroups.Find(targetGroupArn) is { } group
            ? group.ServeAsync(loadBalancerArn)
            : Task.CompletedTask;

    private static void Check(LoadBalancerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.SubnetIds.Distinct().Count() < LoadBalancingLimits.MinSubnets)
        {
            throw new AwsException(
                "ValidationError",
                "At least two subnets in two different Availability Zones must be specified; these are "
                + $"{(settings.SubnetIds.Count == 0 ? "none" : string.Join(", ", settings.SubnetIds))}.");
        }
    }
}
