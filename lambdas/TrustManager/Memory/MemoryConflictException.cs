namespace Infra.TrustManager.Memory;

/// <summary>Somebody else wrote the memory since it was read.</summary>
public sealed class MemoryConflictException(string message, Exception? innerException = null)
    : Exception(message, innerException);
