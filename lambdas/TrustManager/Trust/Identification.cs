using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Trust;

/// <summary>
/// Finds out whether what others registered is a desired certificate, where the directory shows the same name and expiry.
/// </summary>
/// <remarks>
/// CAs are renewed with another key and the same dates. Directory Service shows neither key nor thumbprint, and refuses
/// to register the same certificate twice (CertificateAlreadyExistsException): so it is tried once, and the answer kept.
/// What makes that exception is not documented (UNVERIFIED: that it compares more than the name).
/// </remarks>
internal static class Identification
{
    /// <summary>Adds the steps that find out; they come before all others, which are decided again after them.</summary>
    /// <returns>The view to plan with: nothing leaves for a successor that may not be there.</returns>
    public static PurposeView Decide(PurposeView view, PlanDraft draft)
    {
        var unclear = 0;
        foreach (var wanted in view.Wanted.Where(wanted => wanted.IsUnconfirmed))
        {
            var (certificate, entry) = (wanted.Certificate, wanted.Entry!);
            var isRegistrable = certificate.IsRegistrable(view.Now);
            if (isRegistrable && !IsTried(view, wanted))
            {
                draft.Steps.Add(new TrustStep.Identify(view.Purpose, certificate, entry.Id, view.Desired?.OcspUrl));
                continue;
            }

            unclear++;
            draft.Notes.Add(
                $"'{entry.CommonName}' ({entry.Id}, {PurposeName.Of(view.Purpose)}) was registered by others with the name "
                + $"and expiry of a desired certificate ({certificate.Thumbprint}), and may have another key. "
                + (!isRegistrable
                    ? $"With {Registrability.MinRemaining.TotalDays:0} days or less left it cannot be found out. "
                    : wanted.Foreign!.UnclearAt > 0
                    ? "Only the registration of that certificate shows it, and the directory had no free slot: deregister "
                        + "one that is not needed. "
                    : "The directory accepted no registration that would show it: the log has the reason. ")
                + "Until then nothing of this purpose is deregistered.");
        }

        return unclear == 0 ? view : view with { Leaving = [] };
    }

    /// <summary>Tried in vain, and nothing has changed that would make another attempt useful.</summary>
    private static bool IsTried(PurposeView view, WantedCertificate wanted) =>
        wanted.Foreign is { Unclear: { } tried, UnclearAt: var count }
        && tried == wanted.Certificate.Thumbprint
        && (count == 0 || view.Listed.Count(entry => entry.IsThere) >= count);
}
