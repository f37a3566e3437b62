using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.Trust;

/// <summary>What leads from what a directory trusts to what it shall trust.</summary>
/// <param name="Steps">To be done in this order, and none of them when there are refusals.</param>
/// <param name="Refusals">Why it is not done: each says what would happen and what to do.</param>
/// <param name="Notes">What a person should know although it is done.</param>
public sealed record TrustPlan(
    IReadOnlyList<TrustStep> Steps, IReadOnlyList<string> Refusals, IReadOnlyList<string> Notes)
{
    /// <summary>What follows on a later day if nothing else happens; soonest first.</summary>
    public IReadOnlyList<WaitingStep> Waiting { get; init; } = [];

    public static TrustPlan Between(
        DirectoryState current,
        TrustMemory memory,
        DesiredTrust desired,
        Ceilings ceilings,
        RotationRules rules,
        DateTimeOffset now)
    {
        PlanDraft[] drafts =
        [
            .. Enum.GetValues<CertificatePurpose>().Select(purpose => PurposePlan.Decide(
                PurposeView.Of(purpose, current, memory, desired.For(purpose), now), ceilings.For(purpose), rules)),
        ];
        foreach (var draft in drafts)
        {
            GapEntries.Check(current, memory, desired, draft);
        }

        return new TrustPlan(
            [.. drafts.SelectMany(draft => draft.Steps.Concat(draft.Last))],
            [.. drafts.SelectMany(draft => draft.Refusals)],
            [.. drafts.SelectMany(draft => draft.Notes)])
        {
            // What is refused as a whole leads to nothing later either.
            Waiting = drafts.Any(draft => draft.Refusals.Count > 0)
                ? []
                : [.. drafts.SelectMany(draft => draft.Waiting).OrderBy(waiting => waiting.From)],
        };
    }
}
