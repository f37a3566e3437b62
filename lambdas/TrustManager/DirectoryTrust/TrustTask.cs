using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>What one run is to make true.</summary>
/// <param name="Rules">How successors and what they replace follow each other.</param>
/// <param name="At">The moment for which it is decided: the function's clock as the run began.</param>
/// <param name="Adopt">Whether what others registered of the desired certificates becomes ours.</param>
public sealed record TrustTask(
    string DirectoryId, DesiredTrust Desired, Ceilings Ceilings, RotationRules Rules, DateTimeOffset At, bool Adopt);
