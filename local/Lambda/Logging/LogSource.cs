namespace Infra.Local.Lambda.Logging;

/// <summary>Who wrote a log line.</summary>
public enum LogSource
{
    StandardOutput,

    StandardError,

    /// <summary>Lambda itself: <c>START</c>, <c>END</c>, <c>REPORT</c>, <c>INIT_REPORT</c>.</summary>
    Platform,

    /// <summary>The local AWS, about the log: never part of it on AWS.</summary>
    Note,
}
