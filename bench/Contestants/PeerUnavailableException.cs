namespace Infra.Bench.Contestants;

/// <summary>A peer cannot take part on this machine; the message says what is missing.</summary>
public sealed class PeerUnavailableException(string message) : Exception(message);
