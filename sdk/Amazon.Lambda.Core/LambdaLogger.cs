using Amazon.Lambda.Core.Logging;

namespace Amazon.Lambda.Core;

/// <summary>The function's log, for code that has no <see cref="ILambdaContext"/> at hand.</summary>
public static class LambdaLogger
{
    /// <summary>Where the lines go: the console, until a bootstrap puts its own log here.</summary>
    internal static ILambdaLogger Destination { get; set; } = new ConsoleLogger();

    public static void Log(string message) => Destination.Log(message);

    public static void Log(string level, string message, params object[] args) =>
        Destination.Log(level, message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) =>
        Destination.Log(level, exception, message, args);

    public static void Log(LogLevel level, string message, params object[] args) =>
        Destination.Log(level, message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Destination.Log(level, exception, message, args);
}
