namespace Infra.Local.Verification;

/// <summary>One line of the acceptance list.</summary>
/// <param name="Name">A sentence that is true when the check passes.</param>
/// <param name="Run">Looks; gives what it saw, or throws.</param>
public sealed record Check(string Name, Func<CancellationToken, Task<string>> Run);
