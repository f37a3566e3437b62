using Infra.Local.Lambda.Asynchronous;
using Infra.Local.Lambda.Execution;
using Infra.Local.Lambda.Logging;
using Infra.Local.Lambda.Permissions;

namespace Infra.Local.Lambda;

/// <summary>A function with what outlives its configuration: its policy, its log and its choice for events.</summary>
public sealed class DeployedFunction : IAsyncDisposable
{
    private readonly LambdaHost _host;
    private readonly Stack<EnvironmentPool> _retired = new();
    private EnvironmentPool _environments;

    internal DeployedFunction(FunctionConfiguration configuration, LambdaHost host)
    {
        (Configuration, _host, Policy) = (configuration, host, new FunctionPolicy(configuration.Arn));
        _environments = new EnvironmentPool(configuration, host, Log);
    }

    public FunctionConfiguration Configuration { get; private set; }

    public FunctionPolicy Policy { get; }

    public FunctionLog Log { get; } = new();

    public EventInvokeConfig EventInvokeConfig { get; set; } = new();

    /// <summary>Ends every process at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _environments.DisposeAsync();
        foreach (var old in _retired)
        {
            await old.DisposeAsync();
        }
    }

    internal Task<InvocationResult> InvokeAsync(string requestId, ReadOnlyMemory<byte> payload) =>
        _environments.InvokeAsync(requestId, payload);

    internal Task RecycleAsync() => _environments.RecycleAsync();

    /// <summary>New invocations meet the new configuration; those under way end in the old one.</summary>
    internal async Task UpdateAsync(FunctionConfiguration configuration)
    {
        var old = _environments;
        _retired.Push(old);
        (Configuration, _environments) = (configuration, new EnvironmentPool(configuration, _host, Log));
        await old.RetireAsync();
    }
}
