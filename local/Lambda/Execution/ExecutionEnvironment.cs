using System.Diagnostics;
using Infra.Local.Lambda.Logging;
using Infra.Local.Lambda.Runtime;

namespace Infra.Local.Lambda.Execution;

/// <summary>One process of a function with its Runtime API, log stream and scratch directory; serves one invocation at a time.</summary>
public sealed class ExecutionEnvironment : IAsyncDisposable
{
    private readonly FunctionConfiguration _function;
    private readonly TimeSpan _initializationLimit;
    private readonly RuntimeExchange _exchange;
    private readonly RuntimeApi _api;
    private readonly LogDelivery _log;
    private readonly DirectoryInfo _scratch;
    private readonly FunctionProcess _process;
    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private readonly Lazy<Task> _end;
    private bool _used;
    private bool _givenUp;

    private ExecutionEnvironment(
        FunctionConfiguration function,
        LambdaHost host,
        RuntimeExchange exchange,
        RuntimeApi api,
        LogDelivery log,
        DirectoryInfo scratch)
    {
        (_function, _initializationLimit, _exchange, _api) = (function, host.InitializationLimit, exchange, api);
        (_log, _scratch, _end) = (log, scratch, new Lazy<Task>(EndAsync));
        _process = FunctionProcess.Start(
            StartCommand.For(function, HostPlatform.Current),
            function.TaskRoot,
            EnvironmentVariables.For(function, host, api.HostAndPort, log.Name, _scratch.FullName),
            line => _log.Write(LogSource.StandardOutput, _exchange.LastRequestId, line),
            line => _log.Write(LogSource.StandardError, _exchange.LastRequestId, line));
    }

    /// <summary>False once the process has ended or been given up.</summary>
    public bool IsUsable => !_givenUp && !_process.Exited.IsCompleted;

    public int ProcessId => _process.Id;

    /// <summary>Starts the process; its initialization goes on while this returns.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there, or is no program.</exception>
    public static async Task<ExecutionEnvironment> StartAsync(
        FunctionConfiguration function, LambdaHost host, FunctionLog log, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(host);
        var exchange = new RuntimeExchange();
        var api = await RuntimeApi.StartAsync(exchange, function.Arn, cancellationToken);
        var scratch = Directory.CreateTempSubdirectory("lambda-");
        try
        {
            return new ExecutionEnvironment(function, host, exchange, api, LogDelivery.Open(function, host, log), scratch);
        }
        catch
        {
            await api.DisposeAsync();
            scratch.Delete();
            throw;
        }
    }

    /// <summary>Runs one invocation. Afterwards <see cref="IsUsable"/> says whether the process may serve another.</summary>
    public async Task<InvocationResult> InvokeAsync(string requestId, ReadOnlyMemory<byte> payload)
    {
        _log.Date();
        var timeout = _function.Timeout;
        var first = !_used;
        _used = true;
        if (first && await InitializeAsync(requestId, timeout) is { } failure)
        {
            _givenUp = true;
            return failure;
        }

        TimeSpan? initialization = first ? Stopwatch.GetElapsedTime(_startedAt) : null;
        var begun = Stopwatch.GetTimestamp();
        _log.Write(LogSource.Platform, requestId, InvocationReport.Start(requestId));
        var result = await RunAsync(new PendingInvocation(requestId, payload, timeout), timeout);
        _log.Write(LogSource.Platform, requestId, InvocationReport.End(requestId));
        _log.Write(LogSource.Platform, requestId, InvocationReport.Report(
            requestId, Stopwatch.GetElapsedTime(begun), initialization, _function.MemoryMegabytes, _process.PeakMemoryBytes));
        return result;
    }

    /// <summary>Ends the process, whatever it is doing. More than one caller may ask for it.</summary>
    public ValueTask DisposeAsync() => new(_end.Value);

    private async Task EndAsync()
    {
        _givenUp = true;
        await _process.DisposeAsync();
        await _api.DisposeAsync();
        _scratch.Delete(recursive: true);
    }

    /// <summary>Null when the runtime is ready. Beyond its own limit, initialization counts against the first invocation.</summary>
    private async Task<InvocationResult?> InitializeAsync(string requestId, TimeSpan timeout)
    {
        using var given = new CancellationTokenSource(_initializationLimit + timeout);
        var limit = Task.Delay(Timeout.Infinite, given.Token);
        var ended = await Task.WhenAny(_exchange.Initialized, _exchange.InitializationFailed, _process.Exited, limit);
        if (ended == _exchange.Initialized)
        {
            return null;
        }

        var (error, type) = _exchange.InitializationFailed.IsCompletedSuccessfully
            ? (await _exchange.InitializationFailed, "Runtime.Unknown")
            : _process.Exited.IsCompleted
                ? (LambdaErrors.Exited(requestId, await _process.Exited), "Runtime.ExitError")
                : (LambdaErrors.TimedOut(DateTimeOffset.UtcNow, requestId, timeout), "Sandbox.Timedout");
        _log.Write(
            LogSource.Platform, requestId, InvocationReport.InitializationFailed(Stopwatch.GetElapsedTime(_startedAt), type));
        return new InvocationResult(error, LambdaErrors.Unhandled);
    }

    private async Task<InvocationResult> RunAsync(PendingInvocation invocation, TimeSpan timeout)
    {
        using var given = new CancellationTokenSource(timeout);
        var limit = Task.Delay(Timeout.Infinite, given.Token);
        _exchange.Offer(invocation);

        // An invocation ends when the runtime asks for the next one: only then is the process free again.
        await Task.WhenAny(invocation.Over, _process.Exited, limit);
        _givenUp = !invocation.Over.IsCompleted;
        return invocation.Answered switch
        {
            { IsCompletedSuccessfully: true } answered => await answered,
            _ when _process.Exited.IsCompleted => Failed(LambdaErrors.Exited(invocation.RequestId, await _process.Exited)),
            _ => Failed(LambdaErrors.TimedOut(DateTimeOffset.UtcNow, invocation.RequestId, timeout)),
        };
    }

    private static InvocationResult Failed(byte[] error) => new(error, LambdaErrors.Unhandled);
}
