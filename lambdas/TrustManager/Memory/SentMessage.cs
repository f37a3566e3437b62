namespace Infra.TrustManager.Memory;

/// <summary>A message that a person got, so that it is sent once.</summary>
/// <param name="Key">What it is about: the same trouble at the same level has the same key.</param>
public sealed record SentMessage(string Key, DateTimeOffset At);
