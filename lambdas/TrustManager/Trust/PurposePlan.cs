namespace Infra.TrustManager.Trust;

/// <summary>Decides the steps of one purpose: add, enable, and only then disable and remove.</summary>
internal static class PurposePlan
{
    public static PlanDraft Decide(PurposeView view, int? ceiling, RotationRules rules)
    {
        var draft = new PlanDraft(view.Purpose, view.Desired?.OcspUrl);
        if (view is { Desired: not null, Wanted.Count: 0 })
        {
            draft.Refusals.Add(
                $"No CA certificate is left for {PurposeName.Of(view.Purpose)}; an empty list would take away every "
                + "certificate at once. List at least one, or remove the whole section from the environment file.");
            return draft;
        }

        NoteForeign(view, draft);
        NoteLost(view, draft);
        var missing = Missing.Decide(view, draft);
        Arrival.Repair(view, draft);
        var overlap = new Overlap(view, rules.Overlap);
        var room = new Room(view, overlap, ceiling, missing, draft.GoneCount);
        Arrival.Decide(view, room, missing, draft);
        if (view.Desired is { } desired)
        {
            new OcspChange(view, desired).Decide(draft.Steps, draft.Refusals);
        }

        FeatureChange.Decide(view, draft);
        Leave.Decide(view, overlap, room.Coming, draft);
        return draft;
    }

    private static void NoteLost(PurposeView view, PlanDraft draft) => draft.Notes.AddRange(
        from certificate in view.Desired?.Kept ?? []
        where view.Wanted.All(wanted => !wanted.Certificate.Equals(certificate))
        select $"'{certificate.CommonName}' ({certificate.Thumbprint}) was among the certificates for "
            + $"{PurposeName.Of(view.Purpose)} before, and no source lists it any longer: it is not registered again.");

    private static void NoteForeign(PurposeView view, PlanDraft draft)
    {
        foreach (var entry in view.Foreign)
        {
            var wanted = view.Wanted.FirstOrDefault(wanted => wanted.Entry == entry);
            var url = wanted is not null && entry.OcspUrl != view.Desired?.OcspUrl
                ? $"; its OCSP URL is {entry.OcspUrl ?? "none"} and not {view.Desired?.OcspUrl ?? "none"}, which only "
                    + "its owner can change"
                : "";
            draft.Notes.Add(
                $"'{entry.CommonName}' ({entry.Id}, {PurposeName.Of(view.Purpose)}) was registered by others and is "
                + $"left alone{url}.");
        }
    }
}
