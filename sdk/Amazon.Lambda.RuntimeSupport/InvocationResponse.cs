namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The answer to an invocation: what is left of a stream from its position on; null is an empty answer.</summary>
public sealed class InvocationResponse(Stream outputStream, bool disposeOutputStream)
{
    public InvocationResponse(Stream outputStream)
        : this(outputStream, disposeOutputStream: true)
    {
    }

    public Stream OutputStream { get; } = outputStream;

    /// <summary>Whether the bootstrap disposes the stream once the answer is sent.</summary>
    public bool DisposeOutputStream { get; } = disposeOutputStream;
}
