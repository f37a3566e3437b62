namespace Infra.Cdk.Configuration.Renewal;

/// <summary>How a CA's own certificate is renewed or watched, with nothing left open.</summary>
/// <param name="Renews">Whether the function reissues the certificate; else it only tells people.</param>
/// <param name="RenewBeforeDays">Days before the certificate's end from which it does.</param>
/// <param name="ValidityYears">Of the renewed certificate; null when nobody knows, and nothing is renewed.</param>
/// <param name="ParentArn">The CA that issues the certificate; null for a root, which issues its own.</param>
/// <param name="PathLength">
/// How many CAs may follow below; null for as many as below the present certificate. Means something with a parent
/// only.
/// </param>
public sealed record RenewalTerms(
    bool Renews, int RenewBeforeDays, int? ValidityYears, string? ParentArn, int? PathLength)
{
    /// <summary>In what the renewed certificate may differ, separated by commas; null for nothing.</summary>
    public string? AllowChanges { get; init; }

    /// <summary>
    /// Earliest start by default, in days before the end: a year, so that a yearly review of the PKI sees it coming.
    /// </summary>
    public const int MaxDefaultDays = 365;

    /// <summary>Days of a year of validity, leap days not counted.</summary>
    public const int DaysAYear = 365;

    public static RenewalTerms Of(CertificateAuthoritySettings authority)
    {
        var (renewal, exists) = (authority.Renewal, authority.Mode == CertificateAuthoritySettings.Existing);
        var years = exists ? renewal.ValidityYears : authority.ValidityYears;
        return new RenewalTerms(
            (renewal.Mode ?? (exists ? RenewalSettings.Watch : RenewalSettings.Renew)) == RenewalSettings.Renew,
            renewal.RenewBeforeDays ?? Math.Min(MaxDefaultDays, (years * DaysAYear / 2) ?? MaxDefaultDays),
            years,
            exists ? renewal.ParentCertificateAuthorityArn : authority.ParentCertificateAuthorityArn,
            exists ? renewal.PathLength : authority.PathLength ?? 0)
        {
            AllowChanges = renewal.AllowChanges is { Count: > 0 } changes ? string.Join(',', changes) : null,
        };
    }
}
