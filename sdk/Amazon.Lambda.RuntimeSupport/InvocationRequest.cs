using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One event and what Lambda says about it.</summary>
public sealed class InvocationRequest : IDisposable
{
    internal InvocationRequest(Stream inputStream, ILambdaContext lambdaContext) =>
        (InputStream, LambdaContext) = (inputStream, lambdaContext);

    public Stream InputStream { get; }

    public ILambdaContext LambdaContext { get; }

    public void Dispose() => InputStream.Dispose();
}
