using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Trust.Forecast;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>What would be done now and what follows later, for a person and for a program.</summary>
public sealed record PlanAnswer(
    string Text, IReadOnlyList<string> Steps, IReadOnlyList<string> Refusals, IReadOnlyList<string> Notes)
{
    /// <summary>Soonest first; for as long as the sources do not change.</summary>
    public IReadOnlyList<LaterLine> Later { get; init; } = [];

    public static PlanAnswer Of(
        IReadOnlyList<string> steps,
        IReadOnlyList<string> refusals,
        IReadOnlyList<string> notes,
        IReadOnlyList<LaterLine>? later = null)
    {
        string[] lines =
        [
            .. refusals.Select(refusal => $"refused: {refusal}"),
            .. steps.Select((step, index) => $"{index + 1}. {step}"),
            .. steps.Count + refusals.Count == 0 ? ["nothing to do"] : Array.Empty<string>(),
            .. notes.Select(note => $"note: {note}"),
            .. (later ?? []).Select(line => line.Text),
        ];
        return new PlanAnswer(string.Join('\n', lines), steps, refusals, notes) { Later = later ?? [] };
    }

    public static IReadOnlyList<LaterLine> LaterOf(Survey survey) =>
    [
        .. TrustForecast.From(
            survey.State,
            survey.Recalled,
            survey.Desired,
            DesiredReader.CeilingsOf(survey.Properties),
            survey.Properties.Rules,
            survey.At)
            .Select(line => new LaterLine($"{line.On.UtcDateTime:yyyy-MM-dd}", line.What, line.Why)),
    ];
}
