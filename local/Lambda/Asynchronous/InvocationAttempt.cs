namespace Infra.Local.Lambda.Asynchronous;

/// <summary>What became of one attempt at an event.</summary>
/// <param name="At">When it ended, on the local AWS' clock.</param>
/// <param name="Number">From 1 on.</param>
/// <param name="Failure">Null when the function returned.</param>
/// <param name="Again">When the next one comes; null when there is none.</param>
public sealed record InvocationAttempt(DateTimeOffset At, int Number, string? Failure, DateTimeOffset? Again);
