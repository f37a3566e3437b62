namespace Infra.TrustManager.Sources;

/// <summary>A bucket that certificates are read from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Owner">
/// Account that it must belong to. S3 refuses every call where it does not: a name that its owner gave up can be
/// taken by any account.
/// </param>
public sealed record SourceBucket(string Name, string Owner);
