using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.S3.Store;

namespace Infra.Local.S3;

/// <summary>Asks the policies before anything of a bucket is touched; the bucket policy goes along with every question.</summary>
/// <param name="keyPolicyOf">Gives the key policy of a KMS key by ARN, null when there is none. Default: no key has one.</param>
public sealed class S3Access(IAccessControl access, AwsAccount account, Func<string, string?>? keyPolicyOf = null)
{
    public string BucketArn(string bucket) => $"arn:{account.Partition}:s3:::{bucket}";

    public void DemandOnAccount(Principal principal, string action) =>
        access.Demand(new AccessRequest(principal, action, "*"));

    /// <summary>For a bucket that is about to exist.</summary>
    public void DemandOnNewBucket(Principal principal, string action, string bucket) =>
        access.Demand(new AccessRequest(principal, action, BucketArn(bucket)));

    public void DemandOnBucket(
        Principal principal, string action, Bucket bucket, params IEnumerable<(string Key, string Value)> context) =>
        access.Demand(Request(principal, action, BucketArn(bucket.Name), context), bucket.Policy);

    public void DemandOnObject(
        Principal principal, string action, Bucket bucket, string key, params IEnumerable<(string Key, string Value)> context) =>
        access.Demand(Request(principal, action, ObjectArn(bucket, key), context), bucket.Policy);

    /// <summary>Permission to read; a public-read ACL grants it too, unless the bucket ignores such ACLs.</summary>
    public void DemandRead(Principal principal, Bucket bucket, string key, string? versionId, ObjectContent? content)
    {
        var resource = ObjectArn(bucket, key);
        var readsForAll = content?.Acl == CannedAcl.PublicRead && !bucket.Settings.PublicAccess.IgnorePublicAcls;
        var policy = readsForAll ? PublicReadGrant.AddedTo(bucket.Policy, resource) : bucket.Policy;
        var request = versionId is null
            ? Request(principal, "s3:GetObject", resource, [])
            : Request(principal, "s3:GetObjectVersion", resource, [("s3:VersionId", versionId)]);
        access.Demand(request, policy);
    }

    /// <summary>Permission to compare with an entity tag, which tells about the object: <c>s3:GetObject</c>.</summary>
    /// <remarks>
    /// S3 User Guide, "How to perform conditional deletes". UNVERIFIED for writes, where it is asked too: a role that
    /// passes here passes either way.
    /// </remarks>
    public void DemandCondition(Principal principal, Bucket bucket, string key, string? ifMatch)
    {
        if (ifMatch is not (null or "*"))
        {
            DemandOnObject(principal, "s3:GetObject", bucket, key);
        }
    }

    /// <summary>Permission to use the object's KMS key: <c>kms:GenerateDataKey</c> to write, <c>kms:Decrypt</c> to read.</summary>
    public void DemandKey(Principal principal, string action, Bucket bucket, string key, ServerSideEncryption encryption)
    {
        if (encryption.KmsKeyArn is not { } arn)
        {
            return;
        }

        if (encryption.IsAwsManagedKey)
        {
            RefuseOutsiders(principal, arn);
            return;
        }

        var encrypted = encryption.BucketKey ? BucketArn(bucket.Name) : ObjectArn(bucket, key);
        access.Demand(
            Request(
                principal,
                action,
                arn,
                [("kms:EncryptionContext:aws:s3:arn", encrypted), ("kms:ViaService", $"s3.{account.Region}.amazonaws.com")]),
            keyPolicyOf?.Invoke(arn));
    }

    private static void RefuseOutsiders(Principal principal, string arn)
    {
        if (principal is Principal.Service or Principal.Anonymous)
        {
            throw new AwsException(
                "AccessDenied",
                $"{principal} may not use {arn}: only principals of the account can. Encrypt the bucket with a key of "
                    + "your own, or with SSE-S3.",
                403);
        }
    }

    private static AccessRequest Request(
        Principal principal, string action, string resource, IEnumerable<(string Key, string Value)> context) =>
        new(principal, action, resource) { Context = context.ToDictionary(pair => pair.Key, pair => pair.Value) };

    private string ObjectArn(Bucket bucket, string key) => $"{BucketArn(bucket.Name)}/{key}";
}
