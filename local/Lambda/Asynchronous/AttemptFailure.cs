namespace Infra.Local.Lambda.Asynchronous;

/// <summary>Why an attempt at an event failed.</summary>
/// <param name="Message">The function's error document, or what Lambda says.</param>
/// <param name="IsOfService">Throttling or a failure of Lambda itself, which uses up none of the function's attempts.</param>
internal sealed record AttemptFailure(string Message, bool IsOfService);
