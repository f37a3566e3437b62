namespace Infra.TrustManager.Trust.Warnings;

/// <summary>On how many days before a day people are told of it.</summary>
internal static class WarningLevels
{
    /// <summary>A successor is missing: half a year before expiry is early enough, 90 days is late.</summary>
    public static IReadOnlyList<int> Successor { get; } = [180, 120, 90];

    /// <summary>A certificate is about to be one that cannot be registered again.</summary>
    public static IReadOnlyList<int> LastRegistration { get; } = [30, 14, 7, 1];

    /// <summary>A certificate expires.</summary>
    public static IReadOnlyList<int> Expiry { get; } = [60, 30, 14, 7, 3, 1];

    /// <summary>The lowest level that is reached; null when none is, or the day has come.</summary>
    public static int? Reached(IReadOnlyList<int> levels, TimeSpan left) =>
        left <= TimeSpan.Zero || left > TimeSpan.FromDays(levels[0])
            ? null
            : levels.Last(level => left <= TimeSpan.FromDays(level));
}
