namespace Infra.Local.S3.Store;

/// <summary>The access lists that the local AWS knows.</summary>
public enum CannedAcl
{
    /// <summary>The owner only.</summary>
    Private,

    /// <summary>Anybody may read the object.</summary>
    PublicRead,

    /// <summary>The bucket's owner has every right on the object.</summary>
    BucketOwnerFullControl,
}
