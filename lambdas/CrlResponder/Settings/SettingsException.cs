namespace Infra.CrlResponder.Settings;

/// <summary>The function cannot start with the environment variables it was given.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception($"The function cannot start: {string.Join(" ", problems)}")
{
    /// <summary>Every problem, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
