using Amazon.Lambda.Core.Logging;

namespace Amazon.Lambda.Core;

/// <summary>Writes to the function's log.</summary>
/// <remarks>
/// Only the first two members need an implementation: a test double that has them compiles against Amazon's package as
/// well. A <c>message</c> with arguments is a template: <c>{name}</c> takes the arguments in their order.
/// </remarks>
public interface ILambdaLogger
{
    void Log(string message);

    void LogLine(string message);

    void Log(string level, string message) => LogLine(message);

    void Log(string level, string message, params object[] args) =>
        Log(level, MessageTemplate.Fill(message, args));

    void Log(string level, Exception exception, string message, params object[] args) =>
        Log(level, $"{MessageTemplate.Fill(message, args)}\n{exception}");

    void Log(LogLevel level, string message) => Log(level.ToString(), message);

    void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Log(level.ToString(), exception, message, args);

    void LogTrace(string message) => Log(LogLevel.Trace, message);

    void LogTrace(string message, params object[] args) => Log(LogLevel.Trace, message, args);

    void LogTrace(Exception exception, string message, params object[] args) =>
        Log(LogLevel.Trace, exception, message, args);

    void LogDebug(string message) => Log(LogLevel.Debug, message);

    void LogDebug(string message, params object[] args) => Log(LogLevel.Debug, message, args);

    void LogDebug(Exception exception, string message, params object[] args) =>
        Log(LogLevel.Debug, exception, message, args);

    void LogInformation(string message) => Log(LogLevel.Information, message);

    void LogInformation(string message, params object[] args) => Log(LogLevel.Information, message, args);

    void LogInformation(Exception exception, string message, params object[] args) =>
        Log(LogLevel.Information, exception, message, args);

    void LogWarning(string message) => Log(LogLevel.Warning, message);

    void LogWarning(string message, params object[] args) => Log(LogLevel.Warning, message, args);

    void LogWarning(Exception exception, string message, params object[] args) =>
        Log(LogLevel.Warning, exception, message, args);

    void LogError(string message) => Log(LogLevel.Error, message);

    void LogError(string message, params object[] args) => Log(LogLevel.Error, message, args);

    void LogError(Exception exception, string message, params object[] args) =>
        Log(LogLevel.Error, exception, message, args);

    void LogCritical(string message) => Log(LogLevel.Critical, message);

    void LogCritical(string message, params object[] args) => Log(LogLevel.Critical, message, args);

    void LogCritical(Exception exception, string message, params object[] args) =>
        Log(LogLevel.Critical, exception, message, args);
}
