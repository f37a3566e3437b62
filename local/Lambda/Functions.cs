using System.Collections.Concurrent;
using Infra.Local.Endpoint;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.Lambda.Asynchronous;
using Infra.Local.Lambda.Execution;
using Infra.Local.Lambda.Logging;
using Infra.Local.Lambda.Permissions;

namespace Infra.Local.Lambda;

/// <summary>The account's functions.</summary>
public sealed class Functions : IFunctions, IFunctionPermissions, IAsyncDisposable
{
    private readonly LambdaHost _host;
    private readonly FaultPlan _faults;
    private readonly ConcurrentDictionary<string, DeployedFunction> _functions = new();

    public Functions(LambdaHost host, FaultPlan faults)
    {
        (_host, _faults) = (host, faults);
        Events = new QueuedEvents(this, host, faults);
    }

    /// <summary>Asynchronous invocations.</summary>
    public QueuedEvents Events { get; }

    /// <summary>Called with every line that any function logs.</summary>
    public event Action<LogLine>? Logged;

    public IReadOnlyList<DeployedFunction> All =>
        [.. _functions.Values.OrderBy(function => function.Configuration.Name, StringComparer.Ordinal)];

    /// <param name="nameOrArn">See <see cref="FunctionName"/>.</param>
    public DeployedFunction? Find(string nameOrArn) => _functions.GetValueOrDefault(FunctionName.From(nameOrArn));

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c>.</exception>
    public DeployedFunction Get(string nameOrArn) => Find(nameOrArn)
        ?? throw new AwsException(
            "ResourceNotFoundException",
            $"Function not found: {_host.Account.Arn("lambda", $"function:{FunctionName.From(nameOrArn)}")}",
            404);

    /// <exception cref="AwsException"><c>ResourceConflictException</c>, or <c>InvalidParameterValueException</c>.</exception>
    public void Create(FunctionConfiguration configuration)
    {
        Check(configuration);
        var function = new DeployedFunction(configuration, _host);
        function.Log.Written += line => Logged?.Invoke(line);
        if (!_functions.TryAdd(configuration.Name, function))
        {
            throw new AwsException("ResourceConflictException", $"Function already exist: {configuration.Name}", 409);
        }
    }

    /// <summary>Ends the environments of the old configuration, those that are busy once they are done.</summary>
    public Task UpdateAsync(FunctionConfiguration configuration)
    {
        Check(configuration);
        return Get(configuration.Name).UpdateAsync(configuration);
    }

    /// <summary>Ends its environments at once. Deleting what is already gone succeeds.</summary>
    public async Task DeleteAsync(string nameOrArn)
    {
        if (_functions.TryRemove(FunctionName.From(nameOrArn), out var function))
        {
            await function.DisposeAsync();
        }
    }

    /// <summary>Ends all environments, so that every next invocation starts a new process.</summary>
    public Task RecycleAsync() => Task.WhenAll(_functions.Values.Select(function => function.RecycleAsync()));

    public void DemandInvoke(string functionArn, Principal caller)
    {
        var function = Get(functionArn);
        _host.Access.Demand(
            new AccessRequest(caller, "lambda:InvokeFunction", function.Configuration.Arn), function.Policy.ToJson());
    }

    public async Task<InvocationResult> InvokeAsync(
        string functionArn, ReadOnlyMemory<byte> payload, Principal caller, CancellationToken cancellationToken)
    {
        await MeetFaultAsync(cancellationToken);
        return await InvokeAsync(functionArn, payload, caller, Guid.NewGuid().ToString(), cancellationToken);
    }

    /// <summary>The same for a call that came through the endpoint, which has applied the faults already.</summary>
    /// <remarks>A caller that gives up does not end the invocation; neither does it on AWS.</remarks>
    internal Task<InvocationResult> InvokeAsync(
        string functionArn, ReadOnlyMemory<byte> payload, Principal caller, string requestId, CancellationToken cancellationToken)
    {
        DemandInvoke(functionArn, caller);
        return Get(functionArn).InvokeAsync(requestId, payload).WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var function in All)
        {
            await DeleteAsync(function.Configuration.Name);
        }
    }

    private void Check(FunctionConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (FunctionRules.Problems(configuration).ToArray() is { Length: > 0 } problems)
        {
            throw new AwsException("InvalidParameterValueException", $"{configuration.Name}: {string.Join(" ", problems)}");
        }

        _ = StartCommand.For(configuration, HostPlatform.Current);
        _ = _host.Roles.Assume(configuration.RoleArn, configuration.Name);
    }

    private async Task MeetFaultAsync(CancellationToken cancellationToken)
    {
        if (_faults.Take("lambda", "Invoke") is not { } fault)
        {
            return;
        }

        await Task.Delay(fault.Delay, cancellationToken);
        if (fault.Kind != FaultKind.Slow)
        {
            throw InvocationFaults.ToError(fault);
        }
    }
}
