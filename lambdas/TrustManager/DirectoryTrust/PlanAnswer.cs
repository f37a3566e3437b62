namespace Infra.TrustManager.DirectoryTrust;

/// <summary>What a deployment would do, for a person and for a program.</summary>
public sealed record PlanAnswer(
    string Text, IReadOnlyList<string> Steps, IReadOnlyList<string> Refusals, IReadOnlyList<string> Notes)
{
    public static PlanAnswer Of(
        IReadOnlyList<string> steps, IReadOnlyList<string> refusals, IReadOnlyList<string> notes)
    {
        string[] lines =
        [
            .. refusals.Select(refusal => $"refused: {refusal}"),
            .. steps.Select((step, index) => $"{index + 1}. {step}"),
            .. steps.Count + refusals.Count == 0 ? ["nothing to do"] : Array.Empty<string>(),
            .. notes.Select(note => $"note: {note}"),
        ];
        return new PlanAnswer(string.Join('\n', lines), steps, refusals, notes);
    }
}
