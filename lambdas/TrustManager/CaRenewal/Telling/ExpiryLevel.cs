namespace Infra.TrustManager.CaRenewal.Telling;

/// <summary>The days before an end at which people are told, each once.</summary>
internal static class ExpiryLevel
{
    private static readonly int[] Levels = [365, 180, 120, 90, 60, 30, 14, 7, 3, 1];

    /// <summary>The level that is reached; null while there is more time.</summary>
    /// <param name="most">No higher level counts.</param>
    public static int? Reached(DateTimeOffset end, DateTimeOffset now, int most)
    {
        int[] reached = [.. Levels.Where(level => level <= most && end - now <= TimeSpan.FromDays(level))];
        return reached.Length == 0 ? null : reached.Min();
    }

    /// <summary>Days until <paramref name="end"/>, rounded down; negative after it.</summary>
    public static int Days(DateTimeOffset end, DateTimeOffset now) => (int)Math.Floor((end - now).TotalDays);
}
