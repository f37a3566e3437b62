namespace Infra.Local.Verification;

/// <summary>How one check ended.</summary>
/// <param name="Name">The check.</param>
/// <param name="Passed">Whether its sentence is true.</param>
/// <param name="Detail">What was seen.</param>
public sealed record CheckResult(string Name, bool Passed, string Detail);
