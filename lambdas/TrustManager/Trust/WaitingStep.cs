namespace Infra.TrustManager.Trust;

/// <summary>A step that is certain to come, and whose day is not yet.</summary>
/// <param name="From">The first moment at which it is due.</param>
/// <param name="Why">What it waits for.</param>
public sealed record WaitingStep(TrustStep Step, DateTimeOffset From, string Why)
{
    /// <summary>One line for a person.</summary>
    public string Text => $"from {From.UtcDateTime:yyyy-MM-dd} on: {Step.Text}";
}
