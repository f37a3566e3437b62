namespace Infra.TrustManager.Memory;

/// <summary>A request that was begun.</summary>
/// <param name="Fingerprint">SHA-256 over the properties.</param>
/// <param name="Count">How many invocations worked on it.</param>
public sealed record TrustAttempt(string Fingerprint, string RequestId, int Count);
