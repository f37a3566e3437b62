using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.Trust;

/// <summary>What becomes of certificates that the sources list and that no run may register.</summary>
/// <remarks>Anchors and approvals gate registration only: none of this removes a certificate.</remarks>
internal static class Withholding
{
    /// <summary>Withheld, and registered by us all the same: they stay desired as before.</summary>
    public static IEnumerable<CaCertificate> Registered(
        DesiredPurpose? desired,
        IEnumerable<RememberedCertificate> remembered,
        IReadOnlyDictionary<string, RegisteredCertificate> there)
    {
        var withheld = (desired?.Withheld ?? []).Select(one => one.Certificate?.Thumbprint).ToHashSet();
        return remembered
            .Where(entry => withheld.Contains(entry.Certificate.Thumbprint)
                && desired?.Certificates.Contains(entry.Certificate) != true
                && entry.CertificateId is { } id
                && there.TryGetValue(id, out var listed)
                && !listed.IsBroken())
            .Select(entry => entry.Certificate);
    }

    /// <summary>
    /// True when it came from a bucket and is too near its end. One that the environment file names is refused instead:
    /// its author is there to correct it. One that we removed before is a note.
    /// </summary>
    public static bool IsTooLate(DesiredPurpose? desired, WantedCertificate wanted, DateTimeOffset now) =>
        wanted is { IsMissing: true, WasRemoved: false }
        && !wanted.Certificate.IsRegistrable(now)
        && desired?.ReasonFor(wanted.Certificate).Kind is AdmissionKind.Path or AdmissionKind.Approved;

    /// <summary>Everything that is withheld and not registered by us, with what came too late.</summary>
    public static IEnumerable<WithheldObject> Of(
        DesiredPurpose? desired, IReadOnlyCollection<WantedCertificate> wanted, IEnumerable<WantedCertificate> tooLate)
    {
        var kept = wanted.Select(one => one.Certificate.Thumbprint).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (desired?.Withheld ?? []).Where(one => one.Certificate is not { } held || !kept.Contains(held.Thumbprint)),
            .. tooLate.Select(one => TooLate(one.Certificate, desired!.ReasonFor(one.Certificate).Origin!)),
        ];
    }

    /// <summary>
    /// What keeps a certificate that left its sources: something there that may turn out to replace it, while nothing
    /// registered replaces it, or that cannot be read and may be where it still is. Null when it may go.
    /// </summary>
    public static WithheldObject? Keeping(this PurposeView view, LeavingCertificate leaving) =>
        view.KeptBy.GetValueOrDefault(leaving.Entry.Id);

    /// <summary>What left the sources and stays registered until something else is decided.</summary>
    public static IEnumerable<LeavingCertificate> Kept(this PurposeView view) =>
        view.Leaving.Where(leaving => view.KeptBy.ContainsKey(leaving.Entry.Id));

    /// <summary>By the id of each that is kept, what keeps it.</summary>
    public static IReadOnlyDictionary<string, WithheldObject> KeptBy(PurposeView view)
    {
        WithheldObject[] undecided = [.. view.Withheld.Where(one => one.MayReplace(view.Now))];
        var unread = Array.Find(undecided, one => one.MayHold);
        return undecided.Length == 0
            ? new Dictionary<string, WithheldObject>()
            : view.Leaving
                .Where(leaving => view.IsUsable(leaving.Entry)
                    && (unread is not null || !view.IsSucceeded(leaving.Certificate)))
                .ToDictionary(
                    leaving => leaving.Entry.Id,
                    leaving => unread ?? Array.Find(
                        undecided, one => one.Certificate?.IsOfSameCa(leaving.Certificate) == true) ?? undecided[0]);
    }

    private static WithheldObject TooLate(CaCertificate certificate, ObjectOrigin origin) => new(
        WithheldKind.NotRegistrable,
        $"it expires on {certificate.NotAfter:yyyy-MM-dd} and could be registered until {certificate.LastDay()}, "
        + $"{Registrability.MinRemaining.TotalDays:0} days before",
        origin,
        WithheldCertificate.Of(certificate));
}
