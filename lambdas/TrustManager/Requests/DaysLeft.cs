namespace Infra.TrustManager.Requests;

/// <summary>How long something is valid, as responses say it.</summary>
internal static class DaysLeft
{
    /// <summary>Whole days, rounded down; negative after the end.</summary>
    public static int Until(DateTimeOffset end, DateTimeOffset at) => (int)Math.Floor((end - at).TotalDays);

    public static string Text(int days) => days switch
    {
        < 0 => "expired",
        1 => "1 day left",
        _ => $"{days} days left",
    };
}
