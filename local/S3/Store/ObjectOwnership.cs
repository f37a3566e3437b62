namespace Infra.Local.S3.Store;

/// <summary>Who owns uploaded objects, and so whether ACLs mean anything.</summary>
public enum ObjectOwnership
{
    /// <summary>The bucket's owner, always; ACLs are off. S3's default for new buckets.</summary>
    BucketOwnerEnforced,

    /// <summary>The bucket's owner when the upload carries <c>bucket-owner-full-control</c>; ACLs work.</summary>
    BucketOwnerPreferred,

    /// <summary>The uploader; ACLs work.</summary>
    ObjectWriter,
}
