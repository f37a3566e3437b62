using System.ComponentModel;
using Infra.Local.Endpoint;
using Infra.Local.Lambda.Logging;

namespace Infra.Local.Lambda.Execution;

/// <summary>The execution environments of one version of a function's configuration.</summary>
public sealed class EnvironmentPool(FunctionConfiguration function, LambdaHost host, FunctionLog log) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Stack<ExecutionEnvironment> _idle = new();
    private readonly HashSet<ExecutionEnvironment> _busy = [];
    private int _starting;
    private int _generation;
    private bool _closed;

    /// <summary>Processes that may run at a time.</summary>
    public int Capacity { get; } = function.ReservedConcurrency ?? host.DefaultConcurrency;

    /// <exception cref="AwsException"><c>TooManyRequestsException</c> when every environment is busy.</exception>
    public async Task<InvocationResult> InvokeAsync(string requestId, ReadOnlyMemory<byte> payload)
    {
        var generation = _generation;
        ExecutionEnvironment environment;
        try
        {
            environment = await TakeAsync();
        }
        catch (Win32Exception e)
        {
            return new InvocationResult(LambdaErrors.CannotStart(requestId, e.Message), LambdaErrors.Unhandled);
        }

        try
        {
            return await environment.InvokeAsync(requestId, payload);
        }
        finally
        {
            await GiveBackAsync(environment, generation);
        }
    }

    /// <summary>Ends the environments that are idle now, and the busy ones once they are done.</summary>
    public async Task RecycleAsync()
    {
        ExecutionEnvironment[] idle;
        lock (_lock)
        {
            _generation++;
            idle = [.. _idle];
            _idle.Clear();
        }

        await EndAsync(idle);
    }

    /// <summary>Takes no more invocations; those under way end in their environments.</summary>
    public Task RetireAsync()
    {
        lock (_lock)
        {
            _closed = true;
        }

        return RecycleAsync();
    }

    /// <summary>Ends every environment at once, busy ones included.</summary>
    public async ValueTask DisposeAsync()
    {
        ExecutionEnvironment[] all;
        lock (_lock)
        {
            _closed = true;
            all = [.. _idle, .. _busy];
            _idle.Clear();
        }

        await EndAsync(all);
    }

    private async Task<ExecutionEnvironment> TakeAsync()
    {
        while (TakeIdle() is { } idle)
        {
            if (idle.IsUsable)
            {
                return idle;
            }

            // Its process has ended by itself since.
            await GiveBackAsync(idle, _generation);
        }

        return await StartAsync();
    }

    /// <summary>Null when one may be started.</summary>
    private ExecutionEnvironment? TakeIdle()
    {
        lock (_lock)
        {
            if (_idle.TryPop(out var environment))
            {
                _busy.Add(environment);
                return environment;
            }

            if (_closed || _busy.Count + _starting >= Capacity)
            {
                throw Throttled();
            }

            _starting++;
            return null;
        }
    }

    private async Task<ExecutionEnvironment> StartAsync()
    {
        try
        {
            var environment = await ExecutionEnvironment.StartAsync(function, host, log, CancellationToken.None);
            lock (_lock)
            {
                if (!_closed)
                {
                    _busy.Add(environment);
                    return environment;
                }
            }

            await environment.DisposeAsync();
            throw Throttled();
        }
        finally
        {
            lock (_lock)
            {
                _starting--;
            }
        }
    }

    private async Task GiveBackAsync(ExecutionEnvironment environment, int generation)
    {
        lock (_lock)
        {
            _busy.Remove(environment);
            if (environment.IsUsable && !_closed && generation == _generation)
            {
                _idle.Push(environment);
                return;
            }
        }

        await environment.DisposeAsync();
    }

    private static AwsException Throttled() => new("TooManyRequestsException", "Rate Exceeded.", 429);

    private static Task EndAsync(IEnumerable<ExecutionEnvironment> environments) =>
        Task.WhenAll(environments.Select(environment => environment.DisposeAsync().AsTask()));
}
