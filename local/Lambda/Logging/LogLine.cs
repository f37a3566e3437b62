namespace Infra.Local.Lambda.Logging;

/// <summary>One line of a function's log.</summary>
/// <param name="Time">When it was read, on the account's clock as it stood when the invocation began.</param>
/// <param name="Function">Name of the function.</param>
/// <param name="LogStream">Stream of the process that wrote it.</param>
/// <param name="RequestId">The invocation that ran at the time, or the last one before; null before the first.</param>
/// <param name="Source">Who wrote it.</param>
/// <param name="Text">The line without its end.</param>
public sealed record LogLine(
    DateTimeOffset Time, string Function, string LogStream, string? RequestId, LogSource Source, string Text);
