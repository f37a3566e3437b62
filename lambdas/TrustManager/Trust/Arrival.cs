using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust.Slots;

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

        foreach (var stage in room.Stages)
        {
            WantedCertificate[] arriving = [.. stage.Arriving.Take(stage.Arriving.Count - room.Swapped.Count)];
            if (stage.Day > view.Now)
            {
                Wait(stage, draft);
                continue;
            }

            // What fits beside all that is there comes before anything goes.
            var fitting = Math.Max(0, arriving.Length - stage.First.Count);
            Register(arriving[..fitting], draft);
            foreach (var leaving in stage.First)
            {
                draft.TakeFirst(leaving.Entry, "it is wanted no more, and its slot is needed");
            }

            Register(arriving[fitting..], draft);
        }

        foreach (var (leaving, successor) in room.Swapped.Zip(missing.TakeLast(room.Swapped.Count)))
        {
            draft.TakeFirst(
                leaving.Entry, $"no slot is free for '{successor.Certificate.CommonName}', and the gap is allowed");
            draft.Steps.Add(draft.Register(successor));
            draft.Steps.Add(draft.Await(successor));
        }

        draft.Steps.AddRange(view.Wanted
            .Where(wanted => wanted.Entry?.State == RegistrationState.Registering).Select(draft.Await));
    }

    private static void Register(WantedCertificate[] arriving, PlanDraft draft)
    {
        draft.Steps.AddRange(arriving.Select(draft.Register));
        draft.Steps.AddRange(arriving.Select(draft.Await));
    }

    private static void Wait(SlotStage stage, PlanDraft draft)
    {
        var names = string.Join(", ", stage.First.Select(leaving => $"'{leaving.Entry.CommonName}'"));
        var why = names.Length == 0
            ? "it follows what has the slots before it"
            : $"its slot is free once {names} has gone";
        draft.Waiting.AddRange(stage.First.Select(leaving => new WaitingStep(
            draft.Deregister(leaving.Entry, "it is wanted no more, and its slot is needed"),
            stage.Day,
            "its successors are to have been registered for the overlap first")));
        draft.Waiting.AddRange(
            stage.Arriving.Select(wanted => new WaitingStep(draft.Register(wanted), stage.Day, why)));
        draft.Postponed.UnionWith(stage.First.Select(leaving => leaving.Entry.Id));
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
