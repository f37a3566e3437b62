namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Where a PKI team drops PEM files.</summary>
public sealed record S3Place(string? BucketName, string? Prefix);
