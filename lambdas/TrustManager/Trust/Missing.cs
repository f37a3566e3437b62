using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Trust;

/// <summary>Tells what is missing and can be registered from what came too late.</summary>
internal static class Missing
{
    public static List<WantedCertificate> Decide(PurposeView view, PlanDraft draft)
    {
        List<WantedCertificate> registrable = [];
        foreach (var wanted in view.Wanted.Where(wanted => wanted.IsMissing))
        {
            if (wanted.Certificate.IsRegistrable(view.Now))
            {
                registrable.Add(wanted);
            }
            else
            {
                TooLate(view, wanted, draft);
            }
        }

        return registrable;
    }

    private static void TooLate(PurposeView view, WantedCertificate wanted, PlanDraft draft)
    {
        var (certificate, use) = (wanted.Certificate, PurposeName.Of(view.Purpose));
        var what = $"'{certificate.CommonName}' ({certificate.Thumbprint}) expires on {certificate.NotAfter:yyyy-MM-dd} "
            + $"and could be registered until {certificate.LastDay()}, 90 days before";
        if (wanted.WasRemoved)
        {
            draft.Notes.Add($"{what}: it was registered for {use}, was removed, and cannot come back.");
        }
        else
        {
            draft.Refusals.Add($"{what}: list its successor for {use} instead.");
        }
    }
}
