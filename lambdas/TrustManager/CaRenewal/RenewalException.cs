namespace Infra.TrustManager.CaRenewal;

/// <summary>
/// A renewal cannot go on; the message says what happened and what to do, in a sentence or two.
/// </summary>
public sealed class RenewalException(string code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Tells reasons apart, so that each is told once.</summary>
    public string Code { get; } = code;
}
