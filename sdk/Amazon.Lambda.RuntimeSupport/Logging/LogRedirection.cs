using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Leads the console and <see cref="LambdaLogger"/> into the function's log, until it is disposed.</summary>
internal sealed class LogRedirection : IDisposable
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly ILambdaLogger _destination = LambdaLogger.Destination;

    public LogRedirection(ILambdaLogger log)
    {
        Console.SetOut(new ConsoleWriter(_out, log, LogLevel.Information));
        Console.SetError(new ConsoleWriter(_error, log, LogLevel.Error));
        LambdaLogger.Destination = log;
    }

    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        LambdaLogger.Destination = _destination;
    }
}
