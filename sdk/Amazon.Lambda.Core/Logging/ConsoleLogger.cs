namespace Amazon.Lambda.Core.Logging;

/// <summary>The log of a program that has no bootstrap, such as a test.</summary>
internal sealed class ConsoleLogger : ILambdaLogger
{
    public void Log(string message) => Console.WriteLine(message);

    public void LogLine(string message) => Console.WriteLine(message);
}
