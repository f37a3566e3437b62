using System.Globalization;

namespace Infra.TrustManager.Requests;

/// <summary>Days and moments as people and EventBridge write them.</summary>
/// <remarks>
/// The range leaves a century before the last day that .NET has, for everything that is added to a moment: overlaps,
/// the forecast, the 50 years of a CA certificate.
/// </remarks>
internal static class Moment
{
    public const string Allowed =
        "a day or moment of ISO 8601 from 2000-01-01 to 9899-12-31, such as 2027-01-31 or 2027-01-31T08:00:00Z";

    private static readonly DateTimeOffset First = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset End = new(9900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>A day is its first moment, and what names no zone is UTC; null for any other text.</summary>
    public static DateTimeOffset? Find(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment)
        && moment >= First && moment < End
            ? moment
            : null;
}
