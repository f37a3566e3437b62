namespace Infra.Cdk.Configuration.Directories;

/// <summary>A folder of a bucket in which somebody keeps PEM files.</summary>
public sealed record S3SourceSettings
{
    public required string BucketName { get; init; }

    /// <summary>Ends in a slash.</summary>
    public required string Prefix { get; init; }
}
