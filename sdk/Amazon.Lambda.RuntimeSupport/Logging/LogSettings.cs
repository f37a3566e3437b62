using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>What is logged and how.</summary>
/// <param name="MinimumLevel">Least level that is written. Default: Information.</param>
/// <param name="Format">Default: text.</param>
internal sealed record LogSettings(LogLevel MinimumLevel, LogFormat Format)
{
    public static LogSettings FromEnvironment() => new(
        Level(First("AWS_LAMBDA_HANDLER_LOG_LEVEL", "AWS_LAMBDA_LOG_LEVEL")),
        Enum.TryParse<LogFormat>(
            First("AWS_LAMBDA_HANDLER_LOG_FORMAT", "AWS_LAMBDA_LOG_FORMAT"), ignoreCase: true, out var format)
            ? format
            : LogFormat.Text);

    /// <summary>A level by its .NET name or by the name that Lambda's own settings use; else Information.</summary>
    public static LogLevel Level(string name) =>
        name?.ToUpperInvariant() switch
        {
            "FATAL" => LogLevel.Critical,
            "WARN" => LogLevel.Warning,
            _ => Enum.TryParse<LogLevel>(name, ignoreCase: true, out var level) ? level : LogLevel.Information,
        };

    private static string First(string variable, string fallback) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? value
            : Environment.GetEnvironmentVariable(fallback);
}
