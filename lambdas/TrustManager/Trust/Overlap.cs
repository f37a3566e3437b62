using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>Decides from when a leaving certificate may go: first its successors show that they work.</summary>
/// <remarks>
/// Nothing says which certificate replaces which, so that everything that was registered later counts as a successor.
/// Where nothing was, it is a plain removal.
/// </remarks>
internal sealed class Overlap(PurposeView view, TimeSpan length)
{
    /// <param name="coming">When each missing certificate will be registered; one that cannot be is not in it.</param>
    public Departure Of(LeavingCertificate leaving, IReadOnlyDictionary<CaCertificate, DateTimeOffset> coming)
    {
        var atOnce = new Departure(view.Now, "it is wanted no more");
        if (view.Desired is null || ServesNobody(leaving.Entry))
        {
            return atOnce;
        }

        if (view.Keeping(leaving) is { } withheld && (withheld.MayHold || !view.WillHaveSuccessor(leaving, coming)))
        {
            return new Departure(
                leaving.Entry.Expires,
                withheld.MayHold
                    ? $"no source that can be read lists it, and {withheld.Name} cannot be read: it stays until that "
                        + "is replaced by something that can be read, or is taken away"
                    : $"it is no longer in any source, and {withheld.Name}, which is not registered, may be what "
                        + "replaces it: it stays until that is approved and registered, is rejected, or is taken out "
                        + "of its source");
        }

        var (last, since) = LastSuccessor(leaving, coming);
        var from = last is null ? view.Now : since.Plus(length);
        var departure = from > view.Now
            ? new Departure(
                from,
                $"it is wanted no more, and '{last!.Certificate.CommonName}' is to have been registered "
                + (since > view.Now && since == last.Certificate.NotBefore
                    ? $"and valid (not before {last.Certificate.NotBefore.UtcDateTime:yyyy-MM-dd}) "
                    : "")
                + $"for {length.TotalDays:0} days first")
            : atOnce;
        return StaysUntilExpired(leaving) && leaving.Entry.Expires > departure.From
            ? new Departure(
                leaving.Entry.Expires,
                "its CA was reissued under the same key, and what it issued may be asked for with either until this "
                + "one is expired")
            : departure;
    }

    /// <summary>
    /// Of those that may be meant to replace it, the last that sign-in can rely on, and from when; null for none.
    /// </summary>
    /// <remarks>
    /// While no valid successor is registered, one that is not valid yet counts from its first day on, whenever it was
    /// registered. One of another name counts so too: if it came later, or nothing else in the sources is valid.
    /// </remarks>
    private (WantedCertificate? Last, DateTimeOffset Since) LastSuccessor(
        LeavingCertificate leaving, IReadOnlyDictionary<CaCertificate, DateTimeOffset> coming)
    {
        var left = leaving.Remembered.RegisteredSince ?? DateTimeOffset.MinValue;
        var registered = view.Wanted.Select(wanted => (Wanted: wanted, Since: Since(wanted, coming)))
            .Where(one => one.Since is not null).Select(one => (one.Wanted, Since: one.Since!.Value)).ToArray();
        var valid = registered.Where(one => one.Since <= view.Now && one.Wanted.Certificate.IsValid(view.Now)).ToArray();
        var isReplaced = valid.Any(one => view.Succeeds(one.Wanted, leaving.Certificate));
        return registered
            .Where(one => one.Wanted.Certificate.NotBefore <= view.Now || Counts(one.Wanted, one.Since))
            .Select(one => isReplaced && one.Wanted.Certificate.NotBefore > view.Now
                ? one
                : (one.Wanted, Since: Later(one.Since, one.Wanted.Certificate.NotBefore)))
            .Where(one => one.Since > left)
            .OrderByDescending(one => one.Since).FirstOrDefault();

        bool Counts(WantedCertificate future, DateTimeOffset since) => since > left
            || (!isReplaced && (valid.Length == 0 || view.Succeeds(future, leaving.Certificate)));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>
    /// In use it is harmless to lose: it never worked, works no longer, or is not valid yet.
    /// </summary>
    private bool ServesNobody(RegisteredCertificate entry) =>
        entry.State == RegistrationState.Registering || !view.IsUsable(entry);

    /// <summary>Null when it is not registered and never will be.</summary>
    private DateTimeOffset? Since(
        WantedCertificate wanted, IReadOnlyDictionary<CaCertificate, DateTimeOffset> coming) =>
        wanted.IsMissing ? coming.TryGetValue(wanted.Certificate, out var day) ? day : null
        : view.Since(wanted) ?? DateTimeOffset.MinValue;

    /// <summary>Its source did not withdraw it; it has a newer certificate of the same key.</summary>
    private bool StaysUntilExpired(LeavingCertificate leaving) =>
        view.Purpose == CertificatePurpose.SmartCard
        && view.Wanted.Any(wanted => wanted.Certificate.IsUnderSameKey(leaving.Certificate)
            && wanted.Certificate.NotAfter >= leaving.Certificate.NotAfter);
}
