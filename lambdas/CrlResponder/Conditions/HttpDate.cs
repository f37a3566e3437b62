using System.Globalization;

namespace Infra.CrlResponder.Conditions;

/// <summary>Dates of HTTP (RFC 9110 section 5.6.7): one form is written, all three are read.</summary>
public static class HttpDate
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] FourDigitYear =
        ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"];

    private const string TwoDigitYear = "dddd, dd-MMM-yy HH:mm:ss 'GMT'";

    public static string Format(DateTimeOffset instant) => instant.ToString("r", CultureInfo.InvariantCulture);

    /// <summary>HTTP has no fractions of a second.</summary>
    public static DateTimeOffset WholeSeconds(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    /// <summary>The instant, or null when the value is no date of HTTP.</summary>
    /// <param name="value">The value of a header.</param>
    /// <param name="now">Decides the century of a two-digit year: never more than 50 years ahead.</param>
    public static DateTimeOffset? Parse(string value, DateTimeOffset now)
    {
        if (DateTimeOffset.TryParseExact(value, FourDigitYear, CultureInfo.InvariantCulture, Utc, out var date))
        {
            return date;
        }

        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar { TwoDigitYearMax = now.Year + 50 };
        return DateTimeOffset.TryParseExact(value, TwoDigitYear, culture, Utc, out date) ? date : null;
    }
}
