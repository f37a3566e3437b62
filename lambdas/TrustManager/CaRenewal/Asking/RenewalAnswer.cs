using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>The answer to any event, for a person and for a program.</summary>
public sealed record RenewalAnswer(string Text)
{
    /// <summary>Null when all is well; otherwise what is wrong and what to do.</summary>
    public string? Error { get; init; }

    public IReadOnlyList<string>? Steps { get; init; }

    public IReadOnlyList<string>? Refusals { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }

    public IReadOnlyList<LaterLine>? Later { get; init; }

    public IReadOnlyList<HistoryEntry>? Entries { get; init; }

    public static RenewalAnswer Failed(string error) => new(error) { Error = error };

    public static RenewalAnswer Of(PlanAnswer plan) => new(plan.Text)
    {
        Steps = plan.Steps,
        Refusals = plan.Refusals,
        Notes = plan.Notes,
        Later = plan.Later,
    };

    public static RenewalAnswer OfHistory(IReadOnlyList<HistoryEntry> entries) => new(
        entries.Count == 0
            ? "nothing was done yet"
            : string.Join('\n', entries.Select(entry => entry.Describe())))
    {
        Entries = entries,
    };
}
