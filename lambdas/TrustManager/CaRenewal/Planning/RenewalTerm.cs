using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>How long a reissued certificate is valid.</summary>
/// <param name="End">When it expires; for a validity in years about, since the service counts from the order.</param>
public sealed record RenewalTerm(ValidityPeriod Validity, DateTimeOffset End)
{
    /// <summary>
    /// How long before the parent a certificate ends. Private CA refuses one that reaches the parent's end (user guide,
    /// CA lifecycle); a day also covers a scheduled event that comes late.
    /// </summary>
    private static readonly TimeSpan BeforeParent = TimeSpan.FromDays(1);

    /// <summary>
    /// A shortened certificate that lasts less than this longer than the present one is not worth the work that each
    /// new certificate is for whoever runs Active Directory: rather the parent is renewed first. Shorter validities
    /// settle for half of what their renewal gains.
    /// </summary>
    private static readonly TimeSpan WorthyGain = TimeSpan.FromDays(365);

    /// <summary>
    /// With so little left even <see cref="LastGain"/> is taken, since the parent was not renewed in time: a directory
    /// registers nothing with 90 days left or less, and the registration may take days.
    /// </summary>
    private static readonly TimeSpan LastCall = TimeSpan.FromDays(100);

    private static readonly TimeSpan LastGain = TimeSpan.FromDays(30);

    /// <summary>The validity of a successor; null when the parent's end leaves none that is worth it.</summary>
    /// <param name="present">When the present certificate expires.</param>
    /// <param name="parentEnd">When the parent's does; null for a root.</param>
    public static RenewalTerm? For(
        DateTimeOffset present, DateTimeOffset? parentEnd, ReissueSettings settings, DateTimeOffset now)
    {
        var full = now.PlusYears(settings.ValidityYears);
        if (parentEnd is not { } above || full <= above - BeforeParent)
        {
            return new RenewalTerm(ValidityPeriod.Years(settings.ValidityYears), full);
        }

        var end = above - BeforeParent;
        return end - present >= LeastGain(present, settings, now)
            ? new RenewalTerm(ValidityPeriod.Until(end), end)
            : null;
    }

    private static TimeSpan LeastGain(DateTimeOffset present, ReissueSettings settings, DateTimeOffset now)
    {
        if (present - now <= LastCall)
        {
            return LastGain;
        }

        var half = (now.PlusYears(settings.ValidityYears) - now - settings.RenewBefore) / 2;
        return half < WorthyGain ? half : WorthyGain;
    }
}
