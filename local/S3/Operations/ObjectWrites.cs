using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.S3.Notifications;
using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;

namespace Infra.Local.S3.Operations;

/// <summary>PutObject, CopyObject and PutObjectAcl.</summary>
public sealed class ObjectWrites(ObjectStore store, S3Access access, AwsAccount account)
{
    private readonly ObjectUpload _upload = new(store, access);

    public async Task PutAsync(S3Exchange exchange)
    {
        ObjectHeaders.RefuseNotEmulated(exchange.Request.Headers);
        var body = await UploadBody.ReadAsync(exchange.Request);
        var content = new ObjectContent(body.Bytes)
        {
            Headers = ObjectHeaders.OfUpload(exchange.Request.Headers),
            Checksums = body.Checksums,
        };
        var version = Store(exchange, content, "PutObject");
        exchange.Response.Headers.ETag = content.ETag;
        foreach (var (name, value) in body.Checksums)
        {
            exchange.Response.Headers[name] = value;
        }

        WriteOutcome(exchange, version);
    }

    public async Task CopyAsync(S3Exchange exchange)
    {
        ObjectHeaders.RefuseNotEmulated(exchange.Request.Headers);
        var source = FindSource(exchange);
        var replacesHeaders = string.Equals(exchange.Header("x-amz-metadata-directive"), "REPLACE", StringComparison.OrdinalIgnoreCase);
        var version = Store(
            exchange,
            replacesHeaders ? source with { Headers = ObjectHeaders.OfUpload(exchange.Request.Headers) } : source,
            "CopyObject");
        WriteOutcome(exchange, version);
        await exchange.WriteXmlAsync(S3Xml.Root(
            "CopyObjectResult",
            new System.Xml.Linq.XElement("LastModified", S3Xml.Timestamp(version.LastModified)),
            new System.Xml.Linq.XElement("ETag", source.ETag)));
    }

    /// <summary>Accepts what changes nothing: the bucket's owner owns every object here.</summary>
    public Task PutAclAsync(S3Exchange exchange)
    {
        var bucket = store.Get(exchange.Bucket);
        access.DemandOnObject(exchange.Principal, "s3:PutObjectAcl", bucket, exchange.Key);
        var canned = exchange.Header("x-amz-acl") ?? throw S3Errors.NotImplemented("ACLs other than the canned ones of "
            + "the x-amz-acl header");
        if (AclRules.Accept(canned, bucket) != CannedAcl.BucketOwnerFullControl)
        {
            throw S3Errors.NotImplemented($"PutObjectAcl with '{canned}'");
        }

        return bucket.FindCurrent(exchange.Key) is { IsDeleteMarker: false }
            ? Task.CompletedTask
            : throw S3Errors.NoSuchKey(exchange.Key);
    }

    private ObjectVersion Store(S3Exchange exchange, ObjectContent content, string reason)
    {
        access.DemandCondition(exchange.Principal, store.Get(exchange.Bucket), exchange.Key, exchange.Header("If-Match"));
        return _upload.Put(
            RequestOrigin.Of(exchange),
            exchange.Bucket,
            exchange.Key,
            content,
            exchange.Header("x-amz-acl"),
            RequestedEncryption(exchange),
            reason,
            WriteConditions.ForPut(exchange));
    }

    private ServerSideEncryption? RequestedEncryption(S3Exchange exchange) => exchange.Header("x-amz-server-side-encryption") switch
    {
        null => null,
        "AES256" => ServerSideEncryption.S3Managed,
        "aws:kms" => new ServerSideEncryption(
            KmsKeyReference.ToArn(exchange.Header("x-amz-server-side-encryption-aws-kms-key-id"), account),
            exchange.Header("x-amz-server-side-encryption-bucket-key-enabled") == "true"),
        var other => throw S3Errors.NotImplemented($"server-side encryption '{other}'"),
    };

    private ObjectContent FindSource(S3Exchange exchange)
    {
        var parts = exchange.Header("x-amz-copy-source")!.TrimStart('/').Split('?', 2);
        var path = Uri.UnescapeDataString(parts[0]).Split('/', 2);
        if (path.Length != 2)
        {
            throw new AwsException("InvalidArgument", $"x-amz-copy-source is '{parts[0]}'; it must be <bucket>/<key>.");
        }

        var bucket = store.Get(path[0]);
        var versionId = parts.Length == 2 ? parts[1].Replace("versionId=", string.Empty, StringComparison.Ordinal) : null;
        var version = versionId is null ? bucket.FindCurrent(path[1]) : bucket.FindVersion(path[1], versionId);
        access.DemandRead(exchange.Principal, bucket, path[1], versionId, version?.Content);
        var content = version?.Content ?? throw S3Errors.NoSuchKey(path[1]);
        access.DemandKey(exchange.Principal, "kms:Decrypt", bucket, path[1], content.Encryption);
        return content;
    }

    private void WriteOutcome(S3Exchange exchange, ObjectVersion version)
    {
        ObjectHeaders.WriteVersion(exchange.Response, store.Get(exchange.Bucket), version);
        ObjectHeaders.WriteEncryption(exchange.Response, version.Content!.Encryption);
    }
}
