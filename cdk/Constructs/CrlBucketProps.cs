using Amazon.CDK.AWS.KMS;

namespace Infra.Cdk.Constructs;

/// <summary>What a <see cref="CrlBucket"/> needs to know.</summary>
public sealed record CrlBucketProps
{
    /// <summary>Key that encrypts the CRLs at rest; null means one that S3 manages.</summary>
    public IKey? EncryptionKey { get; init; }

    /// <summary>How long a superseded CRL is kept, in days.</summary>
    public required int SupersededVersionDays { get; init; }

    /// <summary>Folders of partitioned CRLs, now and once earlier settings are restored; null for none.</summary>
    public required IReadOnlyList<string?> CustomPaths { get; init; }

    /// <summary>The roles that may change what functions keep in the bucket.</summary>
    public required FunctionRoles Roles { get; init; }
}
