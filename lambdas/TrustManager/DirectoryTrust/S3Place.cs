namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Where a PKI team drops PEM files.</summary>
/// <param name="BucketName">The bucket.</param>
/// <param name="Prefix">Everything below it is read.</param>
/// <param name="BucketOwner">
/// Account that the bucket must belong to, 12 digits: a bucket that was deleted, and created again by another account
/// under its name, is not read.
/// </param>
public sealed record S3Place(string? BucketName, string? Prefix, string? BucketOwner);
