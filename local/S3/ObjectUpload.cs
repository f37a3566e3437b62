using Infra.Local.S3.Notifications;
using Infra.Local.S3.Store;

namespace Infra.Local.S3;

/// <summary>Puts an object into a bucket: permissions, ACL and encryption rules first.</summary>
public sealed class ObjectUpload(ObjectStore store, S3Access access)
{
    /// <param name="origin">Who puts it.</param>
    /// <param name="content">The object; its encryption and ACL are set here.</param>
    /// <param name="cannedAcl">Value of <c>x-amz-acl</c>; null for none.</param>
    /// <param name="encryption">What the caller asks for; null for the bucket's default.</param>
    /// <param name="reason">The operation, as events name it.</param>
    /// <param name="condition">Looks at the version that would be replaced and may throw.</param>
    public ObjectVersion Put(
        RequestOrigin origin,
        string bucketName,
        string key,
        ObjectContent content,
        string? cannedAcl = null,
        ServerSideEncryption? encryption = null,
        string reason = "PutObject",
        Action<ObjectVersion?>? condition = null)
    {
        var (principal, bucket) = (origin.Principal, store.Get(bucketName));
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
        var now = store.Clock.GetUtcNow();
        var version = bucket.Put(key, stored, now, condition);
        store.Notices.Created(bucket, version, origin, reason, now);
        return version;
    }
}
