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
        HashSet<string> waiting = [.. draft.Postponed];
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
            waiting.Add(leaving.Entry.Id);
        }

        // Sign-in needs one that is valid now; Directory Service itself looks at the expiry only.
        if (!Stays(view.IsUsable, certificate => certificate.NotBefore <= view.Now)
            && !TryKeepLast(view, going, view.IsUsable, draft)
            && !Stays(entry => entry.IsUnexpired(view.Now), _ => true))
        {
            _ = TryKeepLast(view, going, entry => entry.IsUnexpired(view.Now), draft);
        }

        bool Stays(Func<RegisteredCertificate, bool> isGood, Func<CaCertificate, bool> willBeGood) =>
            coming.Any(one => one.Value <= view.Now && willBeGood(one.Key))
            || view.Leaving.Any(one => waiting.Contains(one.Entry.Id) && isGood(one.Entry))
            || view.Wanted.Any(wanted => wanted.Entry is { } entry && (isGood(entry)
                || (entry.State == RegistrationState.Registering && willBeGood(wanted.Certificate))))
            || view.Foreign.Any(isGood);

        draft.Last.AddRange(going.Select(one => draft.Deregister(one.Entry, "it is wanted no more")));
        draft.Last.AddRange(going.Select(one => draft.Await(one.Entry)));
    }

    /// <summary>A feature that stays on cannot do without a certificate.</summary>
    private static bool TryKeepLast(
        PurposeView view, List<LeavingCertificate> going, Func<RegisteredCertificate, bool> isGood, PlanDraft draft)
    {
        var staysOn = view.Desired is { Enabled: true } || (view.Feature.IsOn && !view.EnabledByUs);
        if (!staysOn || going.Where(one => isGood(one.Entry)).MaxBy(one => one.Entry.Expires) is not { } kept)
        {
            return false;
        }

        going.Remove(kept);
        draft.Notes.Add(
            $"'{kept.Entry.CommonName}' ({kept.Entry.Id}) is the last usable certificate of "
            + $"{PurposeName.Of(view.Purpose)}, which stays enabled: it is left registered.");
        return true;
    }
}
