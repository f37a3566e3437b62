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
    public static TrustPlan Between(
        DirectoryState current, TrustMemory memory, DesiredTrust desired, Ceilings ceilings, DateTimeOffset now)
    {
        PurposePlan[] plans =
        [
            .. Enum.GetValues<CertificatePurpose>().Select(purpose => new PurposePlan(
                PurposeView.Of(purpose, current, memory, desired.For(purpose), now), ceilings.For(purpose))),
        ];
        foreach (var plan in plans)
        {
            plan.Decide();
        }

        return new TrustPlan(
            [.. plans.SelectMany(plan => plan.Steps)],
            [.. plans.SelectMany(plan => plan.Refusals)],
            [.. plans.SelectMany(plan => plan.Notes)]);
    }
}
