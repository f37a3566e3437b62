namespace Infra.Amazon.Lambda.Tests.Process;

/// <summary>Standard output and error for the time of one test.</summary>
internal sealed class CapturedConsole : IDisposable
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly StringWriter _written = new();

    public CapturedConsole()
    {
        Console.SetOut(_written);
        Console.SetError(_written);
    }

    public IReadOnlyList<string> Lines =>
        _written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        _written.Dispose();
    }
}
