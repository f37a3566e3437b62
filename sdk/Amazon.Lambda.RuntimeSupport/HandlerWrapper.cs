using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes a function's own handler into the one that the bootstrap calls.</summary>
/// <remarks>Serves one invocation at a time, as the bootstrap asks for them: the output buffer is used again.</remarks>
public sealed class HandlerWrapper : IDisposable
{
    private readonly MemoryStream _output = new();

    private HandlerWrapper()
    {
    }

    public LambdaBootstrapHandler Handler { get; private set; }

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new()
        {
            Handler = async invocation =>
                new InvocationResponse(await handler(invocation.InputStream, invocation.LambdaContext)),
        };

    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new()
        {
            Handler = async invocation =>
            {
                await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext);
                return new InvocationResponse(null);
            },
        };

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer)
    {
        var wrapper = new HandlerWrapper();
        wrapper.Handler = async invocation =>
        {
            var input = serializer.Deserialize<TInput>(invocation.InputStream);
            var output = await handler(input, invocation.LambdaContext);
            return wrapper.Answer(output, serializer);
        };
        return wrapper;
    }

    public void Dispose() => _output.Dispose();

    private InvocationResponse Answer<TOutput>(TOutput output, ILambdaSerializer serializer)
    {
        _output.SetLength(0);
        serializer.Serialize(output, _output);
        _output.Position = 0;
        return new InvocationResponse(_output, disposeOutputStream: false);
    }
}
