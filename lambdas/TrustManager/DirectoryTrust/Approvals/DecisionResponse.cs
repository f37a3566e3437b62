using Infra.TrustManager.Admission;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.DirectoryTrust.Requests;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>What was decided, and what a run made of it, for operators and programs.</summary>
/// <param name="Text">All that follows, a line each.</param>
public sealed record DecisionResponse(string Text, IReadOnlyList<DecidedCertificate> Certificates)
{
    /// <summary>Of the run after an approval, one of <see cref="RunEnd"/>; null where none ran.</summary>
    public string? Outcome { get; init; }

    /// <summary>What the run changed.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What follows on a later day.</summary>
    public IReadOnlyList<LaterLine> Later { get; init; } = [];

    /// <summary>Why nothing was decided, or why the run after it failed; null otherwise.</summary>
    public string? Error { get; init; }

    public static DecisionResponse Refused(DecisionResult result) =>
        new(result.Problem!, []) { Error = result.Problem };

    public static DecisionResponse OfRejection(DecisionResult result)
    {
        if (result.Problem is not null)
        {
            return Refused(result);
        }

        string[] lines =
        [
            .. Lines(result, null),
            "Nothing rejected is registered, and its notifications end. What is registered was not changed.",
            .. result.Notes.Select(note => $"note: {note}"),
        ];
        return new DecisionResponse(string.Join('\n', lines), Decided(result, null)) { Notes = result.Notes };
    }

    /// <param name="run">The run that followed, in the directory's own mode.</param>
    public static DecisionResponse OfApproval(DecisionResult result, RunResult run)
    {
        var answer = RunAnswer.Of(run);
        string[] notes = [.. result.Notes, .. Next(result.Mode, run), .. answer.Notes];
        string[] lines =
        [
            .. Lines(result, run.Last),
            .. answer.Done.Select(line => $"done: {line}"),
            run.Text,
            .. notes.Select(note => $"note: {note}"),
            .. answer.Later.Select(line => line.Text),
        ];
        return new DecisionResponse(string.Join('\n', lines), Decided(result, run.Last))
        {
            Outcome = answer.Outcome,
            Done = answer.Done,
            Notes = notes,
            Later = answer.Later,
            Error = run.IsFailure ? $"The approval is recorded. The run after it did not succeed: {run.Text}" : null,
        };
    }

    private static IEnumerable<string> Next(RotationMode mode, RunResult run) => run.End switch
    {
        RunEnd.Held => ["The approval is recorded: the first run after the hold registers what it allows."],
        RunEnd.Busy or RunEnd.Unfinished => ["The approval is recorded: the next run registers what it allows."],
        RunEnd.Done when mode == RotationMode.Report && run.Last is { Plan.Steps.Count: > 0 } survey =>
        [
            "The approval is recorded. In rotation mode report only this registers: dotnet run --project trust -- "
                + $"apply {survey.Properties.DirectoryId}",
        ],
        _ => [],
    };

    private static IEnumerable<string> Lines(DecisionResult result, Survey? survey) =>
    [
        .. result.New.Select(one => $"{one.Name} for {PurposeName.Of(one.Purpose)}: {one.Text}{State(one, survey)}"),
        .. result.Standing.Select(
            one => $"{one.Name} for {PurposeName.Of(one.Purpose)}: it was {one.Text} already{State(one, survey)}"),
    ];

    private static string State(AdmissionDecision decision, Survey? survey) =>
        survey is null ? "" : $"; {DecidedCertificate.Of(decision, survey).State}";

    private static IReadOnlyList<DecidedCertificate> Decided(DecisionResult result, Survey? survey) =>
        [.. result.New.Concat(result.Standing).Select(one => DecidedCertificate.Of(one, survey))];
}
