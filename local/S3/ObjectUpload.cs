using Infra.Local.Iam;
using Infra.Local.S3.Store;

namespace Infra.Local.S3;

/// <summary>Puts an object into a bucket: permissions, ACL and encryption rules first.</summary>
public sealed class ObjectUpload(ObjectStore store, S3Access access)
{
    /// <param name="content">The object; its encryption and ACL are set here.</param>
    /// <param name="cannedAcl">Value of <c>x-amz-acl</c>; null for none.</param>
    /// <param name="encryption">What the caller asks for; null for the bucket's default.</param>
    /// <param name="condition">Looks at the version that would be replaced and may throw.</param>
    public ObjectVersion Put(
        Principal principal,
        string bucketName,
        string key,
        ObjectContent content,
        string? cannedAcl = null,
        ServerSideEncryption? encryption = null,
        Action<ObjectVersion?>? condition = null)
    {
        var bucket = store.Get(bucketName);
        (string, string)[] context = cannedAcl is null ? [] : [("s3:x-amz-acl", cannedAcl)];
        access.DemandOnObject(principal, "s3:PutObject", bucket, key, context);
        if (cannedAcl is not null)
        {
            access.DemandOnObject(principal, "s3:PutObjectAcl", bucket, key, context);
        }

        var stored = content with
        {
            Acl = AclRules.Accept(cannedAcl, bucket),
            Encryption = encryption ?? bucket.Settings.Encryption,
        };
        access.DemandKey(principal, "kms:GenerateDataKey", bucket, key, stored.Encryption);
        return bucket.Put(key, stored, store.Clock.GetUtcNow(), condition);
    }
}
