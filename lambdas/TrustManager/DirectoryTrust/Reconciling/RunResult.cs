using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>What a run came to.</summary>
/// <param name="Text">For a person: why it ended so.</param>
public sealed record RunResult(RunEnd End, string Text)
{
    /// <summary>What was changed, one line each.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the run saw last; null when it did not come so far.</summary>
    public Survey? Last { get; init; }

    /// <summary>What people were told before; null where no memory was read.</summary>
    public IReadOnlyList<SentMessage>? Sent { get; init; }

    /// <summary>The last run that is on record; null where there is none, or no memory was read.</summary>
    public RunRecord? Earlier { get; init; }

    /// <summary>Whether the state held the properties of the template; null where that was not seen.</summary>
    public bool? StateMatches { get; init; }

    /// <summary>The same for the same trouble; null where there is none.</summary>
    public string? Trouble { get; init; }

    /// <summary>True when a person has to do something.</summary>
    public bool IsFailure => End is RunEnd.Refused or RunEnd.Failed;

    /// <summary>
    /// This run for the record; null where it left no mark that lasts: another was at work, or it is not finished.
    /// </summary>
    public RunRecord? RecordOf(DateTimeOffset at, string request)
    {
        var record = new RunRecord(at, End.ToString(), Text, Trouble, request);
        return End is RunEnd.Done or RunEnd.Held or RunEnd.Refused or RunEnd.Failed
            && record.IsNewAfter(Earlier, hasChanged: Done.Count > 0)
                ? record
                : null;
    }

    public RunResult Seeing(Survey survey) => this with { Last = survey };

    public RunResult Having(TrustOutcome outcome) => this with
    {
        Done = [.. Done, .. outcome.Done],
        Notes = [.. Notes.Union(outcome.Notes)],
    };

    public RunResult Stopped(Standing standing) =>
        Ended(standing is Standing.NotDeployed ? RunEnd.NotDeployed : RunEnd.Busy, standing.Obstacle);

    public RunResult Ended(RunEnd end, string text) => this with
    {
        End = end,
        Text = text,
        Notes =
        [
            .. Last?.Health is { } health ? [health] : Array.Empty<string>(),
            .. Notes.Union(Last?.Plan.Notes ?? []),
        ],
        Trouble = end == RunEnd.Refused ? $"refused/{ShortHash.Of(text)}" : null,
    };

    /// <param name="steps">What was tried, and is to be done as before.</param>
    public RunResult Stuck(string steps) => Ended(
        RunEnd.Failed, $"It was tried, and is still to be done: {string.Join(' ', [steps, .. Notes])}") with
    {
        Trouble = $"stuck/{ShortHash.Of(steps)}",
    };

    /// <param name="isOver">True when the run was cancelled.</param>
    public RunResult Failed(Exception failure, string doing, bool isOver)
    {
        var reason = isOver
            ? $"The time of the run was over while {doing}. What was done so far is recorded, and the next run goes on."
            : FailureReason.Of(failure, doing);

        // What a service says may hold ids that are new each time.
        var trouble = isOver ? $"time/{ShortHash.Of(doing)}"
            : failure is ServiceException service ? $"{service.Failure}/{ShortHash.Of(doing)}"
            : ShortHash.Of(reason);
        return Ended(RunEnd.Failed, reason) with { Trouble = $"failed/{trouble}" };
    }
}
