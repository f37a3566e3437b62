using Amazon.Lambda.Core;
using Amazon.Lambda.Core.Logging;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>One thing that was logged, before it is a line.</summary>
internal sealed record LogEntry
{
    public required DateTimeOffset Time { get; init; }

    public required LogLevel Level { get; init; }

    public string RequestId { get; init; }

    public string TraceId { get; init; }

    public string Template { get; init; }

    public object[] Arguments { get; init; }

    public Exception Exception { get; init; }

    public string Message => MessageTemplate.Fill(Template, Arguments);

    public string Timestamp =>
        Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
}
