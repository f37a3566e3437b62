using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>Registers what is missing, after making what room it needs.</summary>
internal static class Arrival
{
    public static void Decide(PurposeView view, Room room, List<WantedCertificate> missing, PlanDraft draft)
    {
        foreach (var dead in room.FreedFirst)
        {
            draft.TakeFirst(dead.Entry, "it is of no use any more, and its slot is needed");
        }

        if (room.Refusal is { } refusal)
        {
            draft.Refusals.Add(refusal);
            return;
        }

        // What is still on its way out may keep the same certificate from being registered.
        draft.Steps.AddRange(view.Listed
            .Where(entry => !entry.IsThere && missing.Exists(wanted => entry.LooksLike(wanted.Certificate)))
            .Select(draft.Await));

        WantedCertificate[] first = [.. missing.Take(missing.Count - room.Swapped.Count)];
        draft.Steps.AddRange(first.Select(draft.Register));
        draft.Steps.AddRange(first.Select(draft.Await));
        foreach (var (leaving, successor) in room.Swapped.Zip(missing.Skip(first.Length)))
        {
            draft.TakeFirst(
                leaving.Entry, $"no slot is free for '{successor.Certificate.CommonName}', and the gap is allowed");
            draft.Steps.Add(draft.Register(successor));
            draft.Steps.Add(draft.Await(successor));
        }

        draft.Steps.AddRange(view.Wanted
            .Where(wanted => wanted.Entry?.State == RegistrationState.Registering).Select(draft.Await));
    }

    /// <summary>A failed registration of ours serves nobody; its slot is free again once it is gone.</summary>
    public static void Repair(PurposeView view, PlanDraft draft)
    {
        foreach (var broken in view.Wanted.Where(wanted => wanted.IsBroken))
        {
            draft.TakeFirst(broken.Entry!, "its registration failed and is repeated");
        }

        foreach (var broken in view.Leaving.Where(leaving => leaving.Entry.IsBroken()))
        {
            draft.TakeFirst(broken.Entry, "its registration failed and it is wanted no more");
        }
    }
}
