namespace Infra.Local.S3.Store;

/// <summary>What a bucket's owner decided; the defaults are S3's own.</summary>
public sealed record BucketSettings
{
    public VersioningState Versioning { get; init; } = VersioningState.Unversioned;

    public ServerSideEncryption Encryption { get; init; } = ServerSideEncryption.S3Managed;

    public PublicAccessBlock PublicAccess { get; init; } = PublicAccessBlock.All;

    public ObjectOwnership Ownership { get; init; } = ObjectOwnership.BucketOwnerEnforced;

    /// <summary>Whether EventBridge is told of its objects. Default: false, as on AWS.</summary>
    public bool SendsEvents { get; init; }

    /// <summary>Applied once a day.</summary>
    public IReadOnlyList<NoncurrentExpiration> NoncurrentExpirations { get; init; } = [];
}
