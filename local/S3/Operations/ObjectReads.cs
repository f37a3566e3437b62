using Infra.Local.Endpoint;
using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.S3.Operations;

/// <summary>GetObject and HeadObject.</summary>
public sealed class ObjectReads(ObjectStore store, S3Access access)
{
    public async Task GetAsync(S3Exchange exchange)
    {
        var bucket = store.Get(exchange.Bucket);
        var versionId = exchange.Query("versionId");
        var version = versionId is null ? bucket.FindCurrent(exchange.Key) : bucket.FindVersion(exchange.Key, versionId);
        access.DemandRead(exchange.Principal, bucket, exchange.Key, versionId, version?.Content);
        if (version is not { Content: { } content })
        {
            throw Missing(exchange, bucket, version, versionId);
        }

        access.DemandKey(exchange.Principal, "kms:Decrypt", bucket, exchange.Key, content.Encryption);
        await AnswerAsync(exchange, bucket, version, content);
    }

    private static async Task AnswerAsync(S3Exchange exchange, Bucket bucket, ObjectVersion version, ObjectContent content)
    {
        var outcome = ReadConditions.Evaluate(exchange.Request.Headers, content.ETag, version.LastModified);
        if (outcome == ConditionOutcome.PreconditionFailed)
        {
            throw S3Errors.PreconditionFailed();
        }

        var range = outcome == ConditionOutcome.NotModified
            ? null
            : ByteRange.Parse(exchange.Request.Headers.Range.ToString(), content.Body.Length);
        ObjectHeaders.Write(exchange.Response, bucket, version, content);
        if (outcome == ConditionOutcome.NotModified)
        {
            exchange.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await WriteBodyAsync(exchange, content, range);
    }

    private static async Task WriteBodyAsync(S3Exchange exchange, ObjectContent content, ByteRange? range)
    {
        var body = content.Body;
        if (range is not null)
        {
            exchange.Response.StatusCode = StatusCodes.Status206PartialContent;
            exchange.Response.Headers.ContentRange = range.ContentRange(body.Length);
            body = body.Slice(range.Start, range.Length);
        }
        else if (exchange.Header("x-amz-checksum-mode") == "ENABLED")
        {
            foreach (var (name, value) in content.Checksums)
            {
                exchange.Response.Headers[name] = value;
            }
        }

        exchange.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(exchange.Request.Method))
        {
            await exchange.Response.Body.WriteAsync(body, exchange.Http.RequestAborted);
        }
    }

    private AwsException Missing(S3Exchange exchange, Bucket bucket, ObjectVersion? marker, string? versionId)
    {
        // Whether a key exists is told only to those who may list the bucket; to everybody else it is AccessDenied.
        access.DemandOnBucket(exchange.Principal, "s3:ListBucket", bucket);
        if (marker is not null)
        {
            exchange.Response.Headers["x-amz-delete-marker"] = "true";
            ObjectHeaders.WriteVersion(exchange.Response, bucket, marker);
        }

        return (versionId, marker) switch
        {
            (null, _) => S3Errors.NoSuchKey(exchange.Key),
            (_, null) => new AwsException("NoSuchVersion", $"The specified version does not exist: '{versionId}' of "
                + $"'{exchange.Key}'.", 404),
            _ => new AwsException("MethodNotAllowed", "The specified method is not allowed against a delete marker.", 405),
        };
    }
}
