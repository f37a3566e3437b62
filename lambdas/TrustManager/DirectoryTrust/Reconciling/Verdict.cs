using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>What is to be done about what a run saw: nothing, with the reason, or work.</summary>
/// <param name="End">Null when there is work.</param>
public sealed record Verdict(RunEnd? End, string Text)
{
    private static Verdict Work { get; } = new(null, "");

    public static Verdict Of(Survey survey, RotationMode mode)
    {
        var id = survey.Properties.DirectoryId;
        if (survey.Remembered.Hold is { } hold && hold.IsOn(survey.At))
        {
            var until = hold.Until is { } end ? $"until {end:u}" : "until somebody releases it";
            return new Verdict(
                RunEnd.Held,
                $"Directory {id} is held since {hold.Since:u}, {until}: {hold.Reason.TrimEnd('.')}. Nothing was "
                + $"changed. 'dotnet run --project trust -- release {id}' ends the hold.");
        }

        if (survey.Plan.Refusals.Count > 0)
        {
            return new Verdict(RunEnd.Refused, $"{string.Join(" ", survey.Plan.Refusals)} Nothing was changed.");
        }

        if (mode == RotationMode.Report)
        {
            return new Verdict(
                RunEnd.Done,
                survey.Plan.Steps.Count == 0
                    ? $"Directory {id} is as its sources say."
                    : $"Directory {id} has rotation mode report, so nothing was changed. To be done: "
                        + $"{string.Join("; ", survey.Plan.Steps.Select(step => step.Text))}.");
        }

        return !survey.HasNews && Allowed(survey, mode).Count == 0
            ? new Verdict(RunEnd.Done, $"Nothing to do: directory {id} is as its sources say{Left(survey, mode)}.")
            : Work;
    }

    private static IReadOnlyList<TrustStep> Allowed(Survey survey, RotationMode mode) => mode == RotationMode.AddOnly
        ? AddOnly.Of(survey.Plan.Steps, survey.State, DesiredReader.CeilingsOf(survey.Properties))
        : survey.Plan.Steps;

    private static string Left(Survey survey, RotationMode mode) =>
        mode == RotationMode.AddOnly && survey.Plan.Steps.Count > 0
            ? $", except for what rotation mode add-only leaves to a person: "
                + string.Join("; ", survey.Plan.Steps.Select(step => step.Text))
            : "";
}
