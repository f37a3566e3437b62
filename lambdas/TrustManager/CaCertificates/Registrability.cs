using System.Globalization;

namespace Infra.TrustManager.CaCertificates;

/// <summary>Whether Directory Service still registers a certificate; a registered one stays until it expires.</summary>
public static class Registrability
{
    /// <summary>A certificate must be further than this from its expiry to be registered.</summary>
    /// <remarks>
    /// 90 days, for smart cards and LDAPS alike (Directory Service administration guide, prerequisites of both).
    /// </remarks>
    public static readonly TimeSpan MinRemaining = TimeSpan.FromDays(90);

    /// <summary>From this moment on the certificate cannot be registered any more.</summary>
    public static DateTimeOffset EndsAt(CaCertificate certificate) => certificate.NotAfter - MinRemaining;

    public static bool IsRegistrable(this CaCertificate certificate, DateTimeOffset now) => now < EndsAt(certificate);

    /// <summary>The day from which it is refused.</summary>
    public static string LastDay(this CaCertificate certificate) => $"{EndsAt(certificate):yyyy-MM-dd}";

    /// <summary>Null when it can be registered.</summary>
    public static string? Problem(CaCertificate certificate, DateTimeOffset now)
    {
        if (certificate.IsRegistrable(now))
        {
            return null;
        }

        var expires = now < certificate.NotAfter ? "expires" : "expired";
        return $"{certificate.Describe()} {expires} on {Day(certificate.NotAfter)}; Directory Service registers only "
            + $"certificates with more than {MinRemaining.TotalDays:0} days left, so this one could be registered "
            + $"until {Day(EndsAt(certificate))}, which has passed. Renew that CA and give its new certificate.";
    }

    private static string Day(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
