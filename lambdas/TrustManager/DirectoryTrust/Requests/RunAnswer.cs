using Infra.TrustManager.DirectoryTrust.Reconciling;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>What a run did, for a person and for a program.</summary>
/// <param name="Outcome">One of <see cref="RunEnd"/>.</param>
/// <param name="Done">What was changed.</param>
/// <param name="Error">Why the directory is not as its sources say; null where it is, or will be by itself.</param>
public sealed record RunAnswer(
    string Text,
    string Outcome,
    IReadOnlyList<string> Done,
    IReadOnlyList<string> Notes,
    IReadOnlyList<LaterLine> Later,
    string? Error)
{
    public static RunAnswer Of(RunResult result)
    {
        var later = result.Last is { } survey ? PlanAnswer.LaterOf(survey) : [];
        string[] lines =
        [
            .. result.Done.Select(line => $"done: {line}"),
            result.Text,
            .. result.Notes.Select(note => $"note: {note}"),
            .. later.Select(line => line.Text),
        ];
        return new RunAnswer(
            string.Join('\n', lines),
            result.End.ToString(),
            result.Done,
            result.Notes,
            later,
            result.End == RunEnd.Done ? null : result.Text);
    }
}
