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

        var since = leaving.Remembered.RegisteredSince ?? DateTimeOffset.MinValue;
        var last = view.Wanted.Where(wanted => Since(wanted, coming) > since).MaxBy(wanted => Since(wanted, coming));
        var from = last is null ? view.Now : Since(last, coming)!.Value.Plus(length);
        var departure = from > view.Now
            ? new Departure(
                from,
                $"it is wanted no more, and '{last!.Certificate.CommonName}' is to have been registered for "
                + $"{length.TotalDays:0} days first")
            : atOnce;
        return StaysUntilExpired(leaving) && leaving.Entry.Expires > departure.From
            ? new Departure(
                leaving.Entry.Expires,
                "its CA was reissued under the same key, and what it issued may be asked for with either until this "
                + "one is expired")
            : departure;
    }

    private bool ServesNobody(RegisteredCertificate entry) =>
        entry.State == RegistrationState.Registering || entry.Expires <= view.Now;

    /// <summary>Null when it is not registered and never will be.</summary>
    private DateTimeOffset? Since(
        WantedCertificate wanted, IReadOnlyDictionary<CaCertificate, DateTimeOffset> coming) =>
        wanted.IsMissing && coming.TryGetValue(wanted.Certificate, out var day) ? day : view.Since(wanted);

    /// <summary>Its source did not withdraw it; it has a newer certificate of the same key.</summary>
    private bool StaysUntilExpired(LeavingCertificate leaving) =>
        view.Purpose == CertificatePurpose.SmartCard
        && view.Wanted.Any(wanted => wanted.Certificate.IsUnderSameKey(leaving.Certificate)
            && wanted.Certificate.NotAfter >= leaving.Certificate.NotAfter);
}
