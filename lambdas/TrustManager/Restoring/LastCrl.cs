using System.Globalization;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>What it means that a CA publishes no CRL any longer in a place that certificates name.</summary>
public static class LastCrl
{
    /// <summary>A warning, or null when the CA goes on publishing under the same name.</summary>
    /// <param name="ending">The settings that end now.</param>
    /// <param name="next">Those that follow.</param>
    /// <remarks>
    /// The last CRL was written before now, so that its <c>nextUpdate</c> is at most the validity later. Private CA does
    /// not say which certificates name which place: an audit report lists all that the CA issued.
    /// </remarks>
    public static string? Warning(CaArn ca, CrlSettings ending, CrlSettings next, DateTimeOffset now)
    {
        if (ending is not { Enabled: true, CustomCname: { Length: > 0 } host, ExpirationInDays: { } days }
            || (next.Enabled && PlaceOf(next, ca) == PlaceOf(ending, ca)))
        {
            return null;
        }

        var day = now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"CA {ca.CaId} has its earlier CRL settings back. Certificates that it issued since it was adopted name "
            + $"http://{host}/, for which it writes no CRL from now on: sign-in with them fails on {day} at the latest, "
            + "when the last CRL ends. How many there are, only an audit report of the CA shows (aws acm-pca "
            + "create-certificate-authority-audit-report). Issue their successors before that day.";
    }

    private static (string?, string?) PlaceOf(CrlSettings settings, CaArn ca) => (
        settings.CustomCname,
        new CrlPlace("", string.IsNullOrEmpty(settings.CustomPath) ? null : settings.CustomPath, ca.CaId).KeyPrefix);
}
