namespace Infra.TrustManager.Trust;

/// <summary>From when a leaving certificate may go.</summary>
/// <param name="Why">What it waits for; where it waits for nothing, why it goes.</param>
internal sealed record Departure(DateTimeOffset From, string Why);
