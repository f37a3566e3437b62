using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.S3.Notifications;
using Infra.Local.S3.Store;

namespace Infra.Local.S3;

/// <summary>S3 as other services inside this process use it: the same permissions and injected faults as over HTTP.</summary>
public sealed class ServiceObjects(ObjectStore store, S3Access access, FaultPlan faults) : IObjectWriter
{
    private readonly ObjectUpload _upload = new(store, access);

    public Task PutAsync(
        string bucket, string key, ReadOnlyMemory<byte> body, Principal caller, CancellationToken cancellationToken)
    {
        Put(bucket, key, body, caller, cannedAcl: null);
        return Task.CompletedTask;
    }

    /// <summary>PutObject, with an ACL where <paramref name="cannedAcl"/> is not null.</summary>
    public void Put(string bucket, string key, ReadOnlyMemory<byte> body, Principal caller, string? cannedAcl)
    {
        faults.ThrowIfPlanned("s3", "PutObject");
        var content = new ObjectContent(body) { Headers = new Dictionary<string, string> { ["Content-Type"] = "binary/octet-stream" } };
        _upload.Put(RequestOrigin.Of(caller), bucket, key, content, cannedAcl);
    }

    /// <summary>GetBucketAcl and GetBucketLocation: the permission to look at a bucket before writing to it.</summary>
    public void DemandBucketIsVisible(string bucket, Principal caller)
    {
        var found = store.Get(bucket);
        access.DemandOnBucket(caller, "s3:GetBucketAcl", found);
        access.DemandOnBucket(caller, "s3:GetBucketLocation", found);
    }

    /// <summary>The permissions of <see cref="Put"/> without writing anything.</summary>
    public void DemandWrite(string bucket, string key, Principal caller)
    {
        var found = store.Get(bucket);
        access.DemandOnObject(caller, "s3:PutObject", found, key);
        access.DemandOnObject(caller, "s3:PutObjectAcl", found, key);
    }
}
