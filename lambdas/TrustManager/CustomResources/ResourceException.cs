namespace Infra.TrustManager.CustomResources;

/// <summary>
/// A request cannot be fulfilled; the message says what happened and what to do, in a sentence or two.
/// </summary>
public sealed class ResourceException(string message, Exception? innerException = null)
    : Exception(message, innerException);
