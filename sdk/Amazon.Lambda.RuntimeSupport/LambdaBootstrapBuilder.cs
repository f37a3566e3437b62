using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Builds a <see cref="LambdaBootstrap"/> around a function's handler.</summary>
/// <remarks>
/// Amazon's package has 37 overloads of <c>Create</c>: give a handler as a method group or a typed delegate, since an
/// untyped lambda expression that is clear here can be ambiguous there.
/// </remarks>
public sealed class LambdaBootstrapBuilder
{
    private readonly HandlerWrapper _handler;
    private readonly LambdaBootstrapOptions _options = new();
    private HttpClient _httpClient;
    private LambdaBootstrapInitializer _initializer;

    private LambdaBootstrapBuilder(HandlerWrapper handler) => _handler = handler;

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper(handler, serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <summary>Uses a client of the caller's, who also disposes it. Its timeout is set to <see cref="LambdaBootstrap.PollTimeout"/>.</summary>
    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        _httpClient = httpClient;
        return this;
    }

    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer bootstrapInitializer)
    {
        _initializer = bootstrapInitializer;
        return this;
    }

    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions> configure = null)
    {
        configure?.Invoke(_options);
        return this;
    }

    public LambdaBootstrap Build() => new(_httpClient, _handler.Handler, _initializer, _options);
}
