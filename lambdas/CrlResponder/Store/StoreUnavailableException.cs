namespace Infra.CrlResponder.Store;

/// <summary>The bucket is slow, throttled or down, so nothing is known about the object.</summary>
public sealed class StoreUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
