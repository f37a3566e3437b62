namespace Infra.TrustManager.Trust;

/// <summary>Decides the steps of one purpose: add, enable, and only then disable and remove.</summary>
internal static class PurposePlan
{
    public static PlanDraft Decide(PurposeView view, int? ceiling, RotationRules rules)
    {
        var draft = new PlanDraft(view.Purpose, view.Desired);
        if (view.Desired is not null && Refusal(view) is { } refusal)
        {
            draft.Refusals.Add(refusal);
            return draft;
        }

        view = Identification.Decide(view, draft);
        WithheldNotes.Add(view, draft);
        NoteNotYetValid(view, draft);
        NoteForeign(view, draft);
        NoteLost(view, draft);
        var registrable = Missing.Decide(view, draft);
        Arrival.Repair(view, draft);
        var missing = Reservation.Decide(view, ceiling, registrable, draft);
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

    private static void NoteNotYetValid(PurposeView view, PlanDraft draft) => draft.Notes.AddRange(
        from wanted in view.Wanted
        let certificate = wanted.Certificate
        where certificate.NotBefore > view.Now
        select $"'{certificate.CommonName}' ({certificate.Thumbprint}) is not valid before "
            + $"{certificate.NotBefore.UtcDateTime:yyyy-MM-dd HH:mm} UTC: until then it replaces nothing for "
            + $"{PurposeName.Of(view.Purpose)}.");

    private static void NoteLost(PurposeView view, PlanDraft draft) => draft.Notes.AddRange(
        from certificate in view.Desired?.Kept ?? []
        where view.Wanted.All(wanted => !wanted.Certificate.Equals(certificate))
        select $"'{certificate.CommonName}' ({certificate.Thumbprint}) was among the certificates for "
            + $"{PurposeName.Of(view.Purpose)} before, and no source lists it any longer: it is not registered again.");

    /// <summary>Why nothing at all can be done: the purpose would be without a certificate.</summary>
    private static string? Refusal(PurposeView view)
    {
        var use = PurposeName.Of(view.Purpose);
        return view.Wanted.Count > 0 ? null
            : !view.Withheld.Any(one => one.MayReplace(view.Now))
                ? $"No CA certificate is left for {use}; an empty list would take away every certificate at once. List "
                    + "at least one, or remove the whole section from the environment file."
            : view.Usable > 0 ? null
            : $"No CA certificate may be registered for {use}, and the directory has none that is usable: "
                + $"{WithheldNotes.List(view)}. Pin a CA above one of them in trustAnchors of the environment file, give "
                + "a certificate there (pemFile), or correct what lies in the bucket.";
    }

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
