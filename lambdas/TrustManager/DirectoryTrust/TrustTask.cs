using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>What one run is to make true.</summary>
/// <param name="Adopt">Whether what others registered of the desired certificates becomes ours.</param>
public sealed record TrustTask(string DirectoryId, DesiredTrust Desired, Ceilings Ceilings, bool Adopt);
