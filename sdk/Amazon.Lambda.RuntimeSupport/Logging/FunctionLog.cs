using System.Globalization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;
using Microsoft.Win32.SafeHandles;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The function's log. Every line carries the id of the request in work.</summary>
internal sealed class FunctionLog(LogSettings settings, ILogOutput output) : ILambdaLogger
{
    private Invocation _invocation;

    /// <summary>Writes to <paramref name="console"/>, or to the telemetry descriptor where Lambda gives one.</summary>
    public static FunctionLog FromEnvironment(TextWriter console)
    {
        var descriptor = Environment.GetEnvironmentVariable(TelemetryOutput.DescriptorVariable);
        return new FunctionLog(
            LogSettings.FromEnvironment(),
            string.IsNullOrEmpty(descriptor)
                ? new StandardOutput(console)
                : new TelemetryOutput(Open(int.Parse(descriptor, CultureInfo.InvariantCulture))));
    }

    public void Begin(Invocation invocation) => _invocation = invocation;

    public void Log(string message) => Write(LogLevel.Information, null, message, null);

    public void LogLine(string message) => Write(LogLevel.Information, null, message, null);

    public void Log(string level, string message) => Write(LogSettings.Level(level), null, message, null);

    public void Log(string level, string message, params object[] args) =>
        Write(LogSettings.Level(level), null, message, args);

    public void Log(string level, Exception exception, string message, params object[] args) =>
        Write(LogSettings.Level(level), exception, message, args);

    public void Log(LogLevel level, string message) => Write(level, null, message, null);

    public void Log(LogLevel level, string message, params object[] args) => Write(level, null, message, args);

    public void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Write(level, exception, message, args);

    private static FileStream Open(int descriptor) =>
        new(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    private void Write(LogLevel level, Exception exception, string template, object[] arguments)
    {
        if (level < settings.MinimumLevel)
        {
            return;
        }

        var invocation = _invocation;
        var entry = new LogEntry
        {
            Time = DateTimeOffset.UtcNow,
            Level = level,
            RequestId = invocation?.RequestId,
            TraceId = invocation?.TraceId,
            Template = template,
            Arguments = arguments,
            Exception = exception,
        };
        output.Write(settings.Format switch
        {
            LogFormat.Json => JsonLine.Format(entry),
            LogFormat.Unformatted => TextLine.Unformatted(entry),
            _ => TextLine.Format(entry),
        });
    }
}
