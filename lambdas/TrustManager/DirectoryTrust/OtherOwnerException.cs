namespace Infra.TrustManager.DirectoryTrust;

/// <summary>A directory is managed by another resource; the message says by which and what to do.</summary>
public sealed class OtherOwnerException(string message) : Exception(message);
