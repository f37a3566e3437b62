using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>Switches the feature of a purpose on once its certificates are there, and off before they go.</summary>
internal static class FeatureChange
{
    public static void Decide(PurposeView view, PlanDraft draft)
    {
        if (view.Desired is { Enabled: true })
        {
            if (!view.Feature.IsOn)
            {
                draft.Steps.Add(new TrustStep.Enable(view.Purpose));
            }

            if (view.Feature.Status != FeatureStatus.Enabled)
            {
                draft.Steps.Add(new TrustStep.AwaitEnabled(view.Purpose));
            }
        }
        else if (view.Feature.IsOn && view.EnabledByUs)
        {
            draft.Last.Add(new TrustStep.Disable(view.Purpose));
        }
        else if (view.Feature.IsOn)
        {
            draft.Notes.Add($"{PurposeName.Of(view.Purpose)} was enabled by others and stays enabled.");
        }
    }
}
