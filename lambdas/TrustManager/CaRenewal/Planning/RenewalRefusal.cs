namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>Why a renewal that is due does not take place.</summary>
/// <param name="Code">Tells refusals apart, so that each is told once.</param>
/// <param name="Text">What is in the way, and what a person does about it.</param>
public sealed record RenewalRefusal(string Code, string Text)
{
    /// <summary>True for what does not pass by itself: it is notified at once, however late the renewal is due.</summary>
    public bool IsKnownNow { get; init; }
}
