namespace Infra.Local.Verification;

/// <summary>A check saw something else than it must.</summary>
public sealed class UnexpectedException(string message) : Exception(message);
