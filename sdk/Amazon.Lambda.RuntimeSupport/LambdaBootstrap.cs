using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.Context;
using Amazon.Lambda.RuntimeSupport.Logging;
using Amazon.Lambda.RuntimeSupport.Memory;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The loop of a function: asks the Runtime API for an event, calls the handler, sends its answer.</summary>
/// <remarks>
/// A handler that throws is reported, and the loop goes on. An answer that the Runtime API refuses, or a Runtime API
/// that fails, ends <see cref="RunAsync"/> with an exception and so the process: Lambda then starts a fresh one.
/// </remarks>
public sealed class LambdaBootstrap : IDisposable
{
    /// <summary>
    /// Longest wait for an event: 12 hours. Lambda freezes the process in the middle of the poll, so the time must be
    /// longer than any environment stays frozen; Amazon's client uses the same.
    /// </summary>
    internal static readonly TimeSpan PollTimeout = TimeSpan.FromHours(12);

    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly HttpClient _ownHttpClient;
    private readonly RuntimeApiClient _api;
    private readonly FunctionEnvironment _environment = FunctionEnvironment.Current();
    private readonly FunctionLog _log;
    private readonly LogRedirection _redirection;

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper.Handler, initializer)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper.Handler, initializer)
    {
    }

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(null, handler, initializer)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handler, initializer, new LambdaBootstrapOptions())
    {
    }

    internal LambdaBootstrap(
        HttpClient httpClient,
        LambdaBootstrapHandler handler,
        LambdaBootstrapInitializer initializer,
        LambdaBootstrapOptions options)
    {
        _handler = handler;
        _initializer = initializer;
        _ownHttpClient = httpClient is null ? ConstructHttpClient() : null;
        httpClient ??= _ownHttpClient;
        httpClient.Timeout = PollTimeout;
        _api = new RuntimeApiClient(httpClient, RuntimeApiEndpoint.From(options));
        _log = FunctionLog.FromEnvironment(Console.Out);
        _redirection = new LogRedirection(_log);
    }

    /// <inheritdoc cref="RuntimeApiHttpClient"/>
    public static HttpClient ConstructHttpClient() => RuntimeApiHttpClient.Create();

    /// <summary>Serves invocations until <paramref name="cancellationToken"/> is cancelled; one in work is finished first.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        HeapLimit.Apply(_log);
        if (_initializer is not null && !await InitializeAsync())
        {
            return;
        }

        var once = DebugSettings.RunsOnce();
        while (await NextAsync(cancellationToken) is { } invocation)
        {
            await InvokeAsync(invocation);
            if (once)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        _redirection.Dispose();
        _ownHttpClient?.Dispose();
    }

    private async Task<bool> InitializeAsync()
    {
        try
        {
            return await _initializer();
        }
        catch (Exception exception)
        {
            _log.Log(LogLevel.Error, exception, string.Empty);
            await _api.ReportInitializationErrorAsync(exception);
            throw;
        }
    }

    /// <summary>The next event, or null once the caller cancelled. A poll that was cut or timed out is repeated.</summary>
    private async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                return await _api.NextAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                // Asked again, unless it was the caller who cancelled.
            }
        }

        return null;
    }

    private async Task InvokeAsync(Invocation invocation)
    {
        _log.Begin(invocation);
        Environment.SetEnvironmentVariable(TraceId.Variable, invocation.TraceId);

        using var request = new InvocationRequest(
            invocation.Event, new LambdaContext(invocation, _environment, _log));
        InvocationResponse response;
        try
        {
            response = await _handler(request);
        }
        catch (Exception exception)
        {
            _log.Log(LogLevel.Error, exception, string.Empty);
            await _api.ReportErrorAsync(invocation, exception);
            return;
        }

        try
        {
            await _api.RespondAsync(invocation, response?.OutputStream);
        }
        finally
        {
            if (response is { DisposeOutputStream: true, OutputStream: not null })
            {
                await response.OutputStream.DisposeAsync();
            }
        }
    }
}
