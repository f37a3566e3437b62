namespace Infra.Cdk.Configuration.Directories;

/// <summary>A folder of a bucket in which somebody keeps PEM files.</summary>
public sealed record S3SourceSettings
{
    public required string BucketName { get; init; }

    /// <summary>Ends in a slash.</summary>
    public required string Prefix { get; init; }

    /// <summary>Account that the bucket belongs to; null for the environment's own.</summary>
    public string? BucketOwner { get; init; }

    /// <param name="account">The environment's account.</param>
    public string OwnerIn(string account) => BucketOwner ?? account;
}
