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
    public static IEnumerable<string> Between(CrlSettings earlier, CrlSettings desired, CaArn ca)
    {
        if (!earlier.Enabled)
        {
            yield break;
        }

        var place = Place(earlier, ca);
        if (earlier.OmitExtension != true && place != Place(desired, ca))
        {
            yield return $"Certificates issued earlier keep their distribution point {place}, where Private CA writes "
                + "no CRL any more: "
                + "let that place answer with the current CRL until they expire.";
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

    private static string Place(CrlSettings settings, CaArn ca)
    {
        var path = string.IsNullOrEmpty(settings.CustomPath) ? null : settings.CustomPath;
        var key = new CrlPlace("", path, ca.CaId).KeyPrefix;
        return string.IsNullOrEmpty(settings.CustomCname)
            ? $"{key} in the S3 host of bucket '{settings.S3BucketName}'"
            : $"http://{settings.CustomCname}/{key}";
    }
}
