using Infra.TrustManager.Messages;

namespace Infra.TrustManager.Trust.Warnings;

/// <summary>Tells of steps that the rotation mode leaves to a person.</summary>
internal static class PersonWarnings
{
    public static IEnumerable<Message> For(WarnedDirectory directory, TrustPlan plan, RotationMode mode)
    {
        string[] steps = plan.Refusals.Count > 0 ? [] :
            [.. plan.Steps.Where(step => IsLeft(step, mode)).Select(step => step.Text)];
        if (steps.Length == 0)
        {
            yield break;
        }

        yield return directory.Message(
            $"person/{mode}/{ShortHash.Of(string.Join('\n', steps))}",
            $"{steps.Length} {(steps.Length == 1 ? "step waits" : "steps wait")} for a person",
            $"Directory {directory.Label} is not as its sources say, and its rotation mode "
            + $"({(mode == RotationMode.Report ? "report" : "add-only")}) leaves this to a person:",
            string.Join('\n', steps.Select((step, index) => $"  {index + 1}. {step}")),
            $"What to do: read it, then do it:\n\n{directory.PlanCommand}{directory.ApplyCommand}",
            "With rotationMode automatic in the environment file scheduled runs would do it by themselves.");
    }

    private static bool IsLeft(TrustStep step, RotationMode mode) => mode switch
    {
        RotationMode.AddOnly => step is TrustStep.Deregister or TrustStep.Disable,
        RotationMode.Report =>
            step is TrustStep.Register or TrustStep.Enable or TrustStep.Deregister or TrustStep.Disable,
        _ => false,
    };
}
