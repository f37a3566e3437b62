using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.Revocation;

/// <summary>What a person should know about settings that are valid.</summary>
public static class RevocationWarnings
{
    /// <summary>
    /// Fewest days of validity without a warning: with 3, a writer that fails at the refresh, half-way, is noticed and
    /// repaired within a day and a half.
    /// </summary>
    private const int LeastDays = 3;

    public static IEnumerable<string> About(CrlSettings desired)
    {
        if (desired.ExpirationInDays is { } days and < LeastDays)
        {
            yield return $"CRLs expire after {days} day(s) and are refreshed at half of that: when refreshing fails, "
                + "sign-in "
                + $"fails {days * 12} hours later. {LeastDays} or more leave time to repair it.";
        }
    }

    /// <summary>What changing from earlier settings means for certificates that exist.</summary>
    /// <param name="changed">When the CA left the earlier settings, which wrote no CRL after that.</param>
    public static IEnumerable<string> Between(
        CrlSettings earlier, CrlSettings desired, CaArn ca, DateTimeOffset changed)
    {
        if (!earlier.Enabled)
        {
            yield break;
        }

        var place = Place(earlier, ca);
        if (earlier.OmitExtension == true && desired is { Enabled: true, OmitExtension: not true })
        {
            yield return $"Certificates issued from now on name the distribution point {Place(desired, ca)}; the former "
                + "settings left it out (OmitExtension, now off). Clients that check revocation have to reach it. "
                + "Certificates issued earlier name none.";
        }
        else if (earlier.OmitExtension != true && place != Place(desired, ca))
        {
            yield return $"Certificates issued earlier keep their distribution point {place}, where Private CA writes "
                + $"no CRL from now on. {LastEnd(earlier, changed)} From then on sign-in with these certificates fails, "
                + "unless that place serves the current CRL until they expire.";
        }

        switch (earlier.CrlType ?? CrlTypes.Complete, desired.CrlType ?? CrlTypes.Complete)
        {
            case (CrlTypes.Complete, CrlTypes.Partitioned):
                yield return "Every CRL of this CA now carries a critical issuing distribution point, the original one "
                    + "too: clients "
                    + "that do not process it reject the CRL.";
                break;
            case (CrlTypes.Partitioned, CrlTypes.Complete):
                yield return "Private CA now updates the complete CRL only: certificates that name a partition can no "
                    + "longer be revoked.";
                break;
        }
    }

    /// <summary>The list itself is not read: its last one was written before the change, and is valid for these days.</summary>
    private static string LastEnd(CrlSettings earlier, DateTimeOffset changed) =>
        earlier.ExpirationInDays is { } days
            ? $"The last CRL there ends at the latest on {changed.AddDays(days):yyyy-MM-dd}."
            : "The last CRL there ends at its nextUpdate.";

    private static string Place(CrlSettings settings, CaArn ca)
    {
        var path = string.IsNullOrEmpty(settings.CustomPath) ? null : settings.CustomPath;
        var key = new CrlPlace("", path, ca.CaId).KeyPrefix;
        return string.IsNullOrEmpty(settings.CustomCname)
            ? $"{key} in the S3 host of bucket '{settings.S3BucketName}'"
            : $"http://{settings.CustomCname}/{key}";
    }
}
