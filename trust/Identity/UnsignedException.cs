namespace Infra.Trust.Identity;

/// <summary>
/// A request can only be sent without a proof of who asks; the message says why, without a full stop.
/// </summary>
internal sealed class UnsignedException(string message) : Exception(message);
