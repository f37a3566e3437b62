namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>How a log line is written.</summary>
internal enum LogFormat
{
    /// <summary>Time, request id, level and message, parted by tabs.</summary>
    Text,

    /// <summary>The message alone.</summary>
    Unformatted,

    /// <summary>One JSON object, with the arguments of the message as members.</summary>
    Json,
}
