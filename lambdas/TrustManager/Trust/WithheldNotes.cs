using Infra.TrustManager.Admission;

namespace Infra.TrustManager.Trust;

/// <summary>Says in a plan what the sources list and is not registered, and why.</summary>
internal static class WithheldNotes
{
    /// <summary>Most that are described one by one; more are counted, since anyone may fill a bucket.</summary>
    private const int MaxDescribed = 20;

    public static void Add(PurposeView view, PlanDraft draft)
    {
        var use = PurposeName.Of(view.Purpose);
        draft.Notes.AddRange(view.Desired?.Notes ?? []);
        foreach (var one in view.Withheld.Take(MaxDescribed))
        {
            draft.Notes.Add(one.Kind switch
            {
                WithheldKind.AwaitsApproval => $"{one.Name} waits for approval for {use}: {one.Reason}.",
                WithheldKind.Rejected => $"{one.Name} is not registered for {use}: {one.Reason}.",
                WithheldKind.NotRegistrable => $"{one.Name} cannot be registered for {use}: {one.Reason}.",
                _ => $"{one.Name} cannot be read for {use}: {one.Reason}.",
            });
        }

        if (view.Withheld.Count > MaxDescribed)
        {
            draft.Notes.Add(
                $"{view.Withheld.Count - MaxDescribed} more objects or certificates in the sources for {use} are not "
                + "registered.");
        }
    }

    /// <summary>Each with its reason, for a refusal.</summary>
    public static string List(PurposeView view) => string.Join(
        "; ",
        view.Withheld.Take(MaxDescribed).Select(one => $"{one.Name}: {one.Reason}")
            .Concat(view.Withheld.Count > MaxDescribed ? [$"and {view.Withheld.Count - MaxDescribed} more"] : []));
}
