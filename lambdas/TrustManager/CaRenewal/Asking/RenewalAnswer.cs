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

    public IReadOnlyList<LaterEvent>? Later { get; init; }

    public IReadOnlyList<HistoryEntry>? Entries { get; init; }

    public static RenewalAnswer Failed(string error) => new(error) { Error = error };

    public static RenewalAnswer OfPlan(
        IReadOnlyList<string> steps,
        IReadOnlyList<string> refusals,
        IReadOnlyList<string> notes,
        IReadOnlyList<LaterEvent> later)
    {
        string[] lines =
        [
            .. refusals.Select(refusal => $"refused: {refusal}"),
            .. steps.Select((step, index) => $"{index + 1}. {step}"),
            .. steps.Count + refusals.Count == 0 ? new[] { "nothing to do" } : [],
            .. later.Select(one => $"{one.On}: {one.What} ({one.Why})"),
            .. notes.Select(note => $"note: {note}"),
        ];
        return new RenewalAnswer(string.Join('\n', lines))
        {
            Steps = steps,
            Refusals = refusals,
            Notes = notes,
            Later = later,
        };
    }

    public static RenewalAnswer OfHistory(IReadOnlyList<HistoryEntry> entries) => new(
        entries.Count == 0
            ? "nothing was done yet"
            : string.Join('\n', entries.Select(entry => $"{entry.At:yyyy-MM-dd HH:mm} {entry.What}: {entry.Why}")))
    {
        Entries = entries,
    };
}
