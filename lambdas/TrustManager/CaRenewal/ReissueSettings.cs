using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CaRenewal;

/// <summary>How the certificate of a CA is reissued.</summary>
public sealed record ReissueSettings
{
    /// <summary>
    /// How long before its end the certificate is reissued, in days: 1 to 3650 and less than the validity, or each run
    /// would reissue it again. Earlier leaves more time to publish the new one in Active Directory.
    /// </summary>
    public required int RenewBeforeDays { get; init; }

    /// <summary>Validity of a reissued certificate, in years: 1 to 50, as at the activation of a CA.</summary>
    public required int ValidityYears { get; init; }

    /// <summary>The CA above, which issues the certificate; null for a root, which issues its own.</summary>
    public required CaArn? Parent { get; init; }

    /// <summary>
    /// How many CAs may follow below: 0 to 3, the range of Private CA's templates; null for as many as below the
    /// present certificate, and for a root.
    /// </summary>
    public required int? PathLength { get; init; }

    /// <summary>In what a renewed certificate may differ from the present one; by default in nothing.</summary>
    public IReadOnlyList<RenewalChange> AllowChanges { get; init; } = [];

    public TimeSpan RenewBefore => TimeSpan.FromDays(RenewBeforeDays);
}
