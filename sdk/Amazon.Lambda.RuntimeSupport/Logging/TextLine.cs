using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Errors;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A log entry for people: one line, and the exception on the lines after it.</summary>
internal static class TextLine
{
    public static string Format(LogEntry entry) =>
        $"{entry.Timestamp}\t{entry.RequestId}\t{Label(entry.Level)}\t{Unformatted(entry)}";

    public static string Unformatted(LogEntry entry) =>
        (entry.Message, entry.Exception) switch
        {
            (var message, null) => message,
            ({ Length: 0 }, var exception) => ExceptionText.Full(exception),
            var (message, exception) => $"{message}\n{ExceptionText.Full(exception)}",
        };

    private static string Label(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            LogLevel.Critical => "crit",
            _ => level.ToString(),
        };
}
