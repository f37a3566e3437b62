using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>Removes what is ours and wanted no more, each on its day.</summary>
internal static class Leave
{
    /// <param name="coming">When each missing certificate will be registered.</param>
    public static void Decide(
        PurposeView view,
        Overlap overlap,
        IReadOnlyDictionary<CaCertificate, DateTimeOffset> coming,
        PlanDraft draft)
    {
        List<LeavingCertificate> going = [];
        var staying = coming.Values.Count(day => day <= view.Now) + draft.Postponed.Count
            + view.Wanted.Count(wanted => wanted.Entry is { } entry && WillBeUsable(view, entry))
            + view.Foreign.Count(entry => entry.IsUsable(view.Now) && view.Wanted.All(wanted => wanted.Entry != entry));
        foreach (var leaving in view.Leaving.Where(one =>
            !draft.IsGone(one.Entry) && !draft.Postponed.Contains(one.Entry.Id)))
        {
            var (from, why) = overlap.Of(leaving, coming);
            if (from <= view.Now)
            {
                going.Add(leaving);
                continue;
            }

            draft.Waiting.Add(new WaitingStep(draft.Deregister(leaving.Entry, why), from, why));
            staying += leaving.Entry.IsUsable(view.Now) ? 1 : 0;
        }

        if (staying == 0)
        {
            KeepLast(view, going, draft);
        }

        draft.Last.AddRange(going.Select(one => draft.Deregister(one.Entry, "it is wanted no more")));
        draft.Last.AddRange(going.Select(one => draft.Await(one.Entry)));
    }

    /// <summary>A feature that stays on cannot do without a certificate.</summary>
    private static void KeepLast(PurposeView view, List<LeavingCertificate> going, PlanDraft draft)
    {
        var staysOn = view.Desired is { Enabled: true } || (view.Feature.IsOn && !view.EnabledByUs);
        if (staysOn
            && going.Where(one => one.Entry.IsUsable(view.Now)).MaxBy(one => one.Entry.Expires) is { } kept)
        {
            going.Remove(kept);
            draft.Notes.Add(
                $"'{kept.Entry.CommonName}' ({kept.Entry.Id}) is the last usable certificate of "
                + $"{PurposeName.Of(view.Purpose)}, which stays enabled: it is left registered.");
        }
    }

    private static bool WillBeUsable(PurposeView view, RegisteredCertificate entry) =>
        entry.IsUsable(view.Now) || entry.State == RegistrationState.Registering;
}
