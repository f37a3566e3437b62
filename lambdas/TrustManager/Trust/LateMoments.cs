namespace Infra.TrustManager.Trust;

/// <summary>Adds to a moment, and stays at the last one that .NET has where the sum would be later.</summary>
/// <remarks>A certificate without an end has the notAfter 9999-12-31T23:59:59Z (RFC 5280, section 4.1.2.5).</remarks>
internal static class LateMoments
{
    public static DateTimeOffset Plus(this DateTimeOffset moment, TimeSpan span) =>
        span > DateTimeOffset.MaxValue - moment ? DateTimeOffset.MaxValue : moment + span;

    public static DateTimeOffset PlusYears(this DateTimeOffset moment, int years) =>
        moment.Year + years > DateTimeOffset.MaxValue.Year ? DateTimeOffset.MaxValue : moment.AddYears(years);
}
