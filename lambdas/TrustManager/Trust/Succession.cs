using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Trust;

/// <summary>Who follows whom among the certificates of one purpose.</summary>
internal static class Succession
{
    /// <summary>
    /// A certificate must be further than this from its expiry, or have a successor among its sources: 180 days. A CA
    /// that is renewed by people takes a quarter of a year, and it has to be there 90 days before the end.
    /// </summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(180);

    /// <summary>The wanted certificate that succeeds it and expires last; null when there is none.</summary>
    public static WantedCertificate? SuccessorOf(this PurposeView view, CaCertificate certificate) => view.Wanted
        .Where(wanted => view.Succeeds(wanted, certificate))
        .MaxBy(wanted => wanted.Certificate.NotAfter);

    /// <summary>True when the directory has its successor, so that its end is nobody's trouble.</summary>
    public static bool IsSucceeded(this PurposeView view, CaCertificate certificate) =>
        view.Wanted.Any(wanted =>
            wanted.Entry is { } entry && view.IsUsable(entry) && view.Succeeds(wanted, certificate));

    /// <summary>
    /// True when a certificate that is valid now and registered before anything leaves succeeds one that leaves.
    /// </summary>
    public static bool WillHaveSuccessor(
        this PurposeView view,
        LeavingCertificate leaving,
        IReadOnlyDictionary<CaCertificate, DateTimeOffset> coming) =>
        view.Wanted.Any(wanted => wanted.Certificate.NotBefore <= view.Now
            && coming.ContainsKey(wanted.Certificate)
            && view.Succeeds(wanted, leaving.Certificate));

    /// <summary>
    /// Certificates of other names that came later and live longer: where a CA was renamed one of them may be the
    /// successor.
    /// </summary>
    public static IEnumerable<WantedCertificate> PossibleSuccessorsOf(
        this PurposeView view, WantedCertificate wanted) => view.Wanted.Where(other =>
            !other.Certificate.IsOfSameCa(wanted.Certificate)
            && other.Certificate.NotAfter > wanted.Certificate.NotAfter
            && view.CameLater(other, wanted.Certificate));

    /// <summary>What the directory has of the wanted ones, and what it keeps until something withheld is decided.</summary>
    public static IEnumerable<WantedCertificate> Registered(this PurposeView view) =>
    [
        .. view.Wanted.Where(wanted => !wanted.IsMissing),
        .. view.Kept().Select(kept => new WantedCertificate(kept.Certificate, kept.Entry, kept.Remembered)),
    ];

    /// <summary>
    /// Registered, near its end, and without a successor among the sources that is valid: one that is not valid yet
    /// helps only from its own day on.
    /// </summary>
    public static IEnumerable<WantedCertificate> WithoutSuccessor(this PurposeView view) =>
        view.Registered().Where(wanted => wanted.Certificate.NotAfter > view.Now
            && wanted.Certificate.NotAfter - view.Now <= Notice
            && !view.Wanted.Any(later => later.Certificate.NotBefore <= view.Now
                && view.Succeeds(later, wanted.Certificate)));

    /// <summary>
    /// A certificate of the same CA, or of one that the same CA made later: large PKIs number their issuing CAs, and
    /// never reissue one.
    /// </summary>
    public static bool Succeeds(this PurposeView view, WantedCertificate later, CaCertificate certificate) =>
        later.Certificate.NotAfter > certificate.NotAfter
        && (later.Certificate.IsOfSameCa(certificate)
            || (later.Certificate.IsSiblingOf(certificate) && view.CameLater(later, certificate)));

    private static bool CameLater(this PurposeView view, WantedCertificate later, CaCertificate certificate) =>
        view.RegisteredSince(certificate) is { } since && !(later.Remembered?.RegisteredSince <= since);

    private static DateTimeOffset? RegisteredSince(this PurposeView view, CaCertificate certificate) =>
        view.Wanted.FirstOrDefault(wanted => wanted.Certificate.Equals(certificate))?.Remembered?.RegisteredSince
        ?? view.Leaving.FirstOrDefault(one => one.Certificate.Equals(certificate))?.Remembered.RegisteredSince;
}
