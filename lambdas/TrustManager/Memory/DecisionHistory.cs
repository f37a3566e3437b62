using Infra.TrustManager.Admission;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Memory;

/// <summary>Writes down in the history what operators decided, in the same change of the state.</summary>
public static class DecisionHistory
{
    /// <summary>Most names in one entry; the decisions themselves are in the state.</summary>
    private const int MaxNames = 10;

    /// <param name="decisions">Of one request: all approved, or all rejected.</param>
    public static TrustMemory NotingDecided(
        this TrustMemory memory, Occasion occasion, IReadOnlyList<AdmissionDecision> decisions) =>
        decisions.GroupBy(one => one.Purpose).Aggregate(memory, (noted, group) =>
        {
            AdmissionDecision[] all = [.. group];
            return noted.Noting(
                occasion,
                $"{(all[0].IsApproved ? "approved" : "rejected")} for {PurposeName.Of(group.Key)}: {Names(all)}",
                all.Any(one => one.Thumbprint != one.Set)
                    ? $"an operator named SHA-256 {all[0].Set}, and the others have a path to it"
                    : "an operator named its SHA-256 thumbprint");
        });

    private static string Names(AdmissionDecision[] decisions) =>
        string.Join(", ", decisions.Take(MaxNames).Select(one => one.Name))
        + (decisions.Length > MaxNames ? $" and {decisions.Length - MaxNames} more" : "");
}
