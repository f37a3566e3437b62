using System.Collections.Concurrent;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Lambda;
using Infra.Local.Lambda.Permissions;
using Infra.Local.LoadBalancing.Health;

namespace Infra.Local.LoadBalancing;

/// <summary>The account's target groups.</summary>
/// <param name="account">For their ARNs.</param>
/// <param name="functions">Where checks go.</param>
/// <param name="permissions">Asked when a function is registered.</param>
/// <param name="time">Beats the health checks: real time, also when the account's clock is moved.</param>
public sealed class TargetGroups(
    AwsAccount account, IFunctions functions, IFunctionPermissions permissions, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TargetGroup> _groups = new();
    private readonly HealthCheck _check = new(new FunctionTarget(account, functions), time);

    public IReadOnlyList<TargetGroup> All => [.. _groups.Values.OrderBy(group => group.Arn, StringComparer.Ordinal)];

    public TargetGroup? Find(string arn) => _groups.GetValueOrDefault(arn);

    /// <exception cref="AwsException"><c>TargetGroupNotFound</c>.</exception>
    public TargetGroup Get(string arn) =>
        Find(arn) ?? throw new AwsException("TargetGroupNotFound", $"Target group '{arn}' not found.");

    /// <exception cref="AwsException"><c>DuplicateTargetGroupName</c>, or <c>AccessDenied</c> when the function's policy is too little.</exception>
    public TargetGroup Create(TargetGroupSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (_groups.Values.Any(group => group.Settings.Name == settings.Name))
        {
            throw new AwsException(
                "DuplicateTargetGroupName",
                $"A target group with the same name '{settings.Name}' exists, but with different settings. A replaced target group "
                + "needs a new name, or none.");
        }

        var arn = account.Arn("elasticloadbalancing", $"targetgroup/{settings.Name}/{ResourceSuffix.New()}");
        DemandPermission(arn, settings);
        var group = new TargetGroup(arn, settings, _check, time);
        _groups[arn] = group;
        return group;
    }

    public Task ChangeAsync(string arn, TargetGroupSettings settings)
    {
        DemandPermission(arn, settings);
        return Get(arn).ChangeAsync(settings);
    }

    /// <summary>Deleting what is already gone succeeds.</summary>
    /// <exception cref="AwsException"><c>ResourceInUse</c> while a listener forwards to it.</exception>
    public async Task DeleteAsync(string arn)
    {
        if (Find(arn)?.LoadBalancerArn is { } user)
        {
            throw new AwsException("ResourceInUse", $"Target group '{arn}' is currently in use by a listener of {user}.");
        }

        if (_groups.TryRemove(arn, out var group))
        {
            await group.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var group in _groups.Values)
        {
            await group.DisposeAsync();
        }
    }

    private void DemandPermission(string arn, TargetGroupSettings settings)
    {
        if (settings.FunctionArn is not { } function)
        {
            return;
        }

        try
        {
            permissions.DemandInvoke(function, FunctionTarget.PrincipalOf(arn, account));
        }
        catch (AwsException e) when (e.Code == "AccessDenied")
        {
            throw new AwsException(
                "AccessDenied",
                $"elasticloadbalancing principal does not have permission to invoke {function} from target group {arn}. Add an "
                + "AWS::Lambda::Permission for elasticloadbalancing.amazonaws.com that the target group depends on.",
                403);
        }
    }
}
