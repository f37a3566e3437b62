namespace Infra.CrlResponder.Store;

/// <summary>The bucket is slow, throttled or down, so nothing is known about the object.</summary>
/// <param name="isRefusal">See <see cref="IsRefusal"/>.</param>
public sealed class StoreUnavailableException(string message, Exception? innerException = null, bool isRefusal = false)
    : Exception(message, innerException)
{
    /// <summary>
    /// The bucket answered, and refuses what was asked. That costs no time, and may be about this object alone: one that
    /// was encrypted with a key of its writer (SSE-C), or with a key that is disabled.
    /// </summary>
    public bool IsRefusal => isRefusal;
}
