using System.Collections.Frozen;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.S3.Operations;
using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.S3;

/// <summary>S3's REST API.</summary>
public sealed class S3Service : IAwsService
{
    private readonly ObjectStore _store;
    private readonly AwsAccount _account;
    private readonly FrozenDictionary<string, Func<S3Exchange, Task>> _operations;

    public S3Service(ObjectStore store, S3Access access, AwsAccount account)
    {
        (_store, _account) = (store, account);
        var (reads, deletes) = (new ObjectReads(store, access), new ObjectDeletes(store, access));
        var writes = new ObjectWrites(store, access, account);
        var (listings, buckets) = (new BucketListings(store, access), new Buckets(store, access, account));
        var properties = new BucketProperties(store, access, account);
        var notifications = new BucketNotifications(store, access);
        _operations = new Dictionary<string, Func<S3Exchange, Task>>
        {
            ["GetObject"] = reads.GetAsync,
            ["HeadObject"] = reads.GetAsync,
            ["PutObject"] = writes.PutAsync,
            ["CopyObject"] = writes.CopyAsync,
            ["PutObjectAcl"] = writes.PutAclAsync,
            ["DeleteObject"] = deletes.DeleteAsync,
            ["DeleteObjects"] = deletes.DeleteManyAsync,
            ["ListObjectsV2"] = listings.ListV2Async,
            ["ListObjects"] = listings.ListAsync,
            ["ListObjectVersions"] = listings.ListVersionsAsync,
            ["ListBuckets"] = buckets.ListAsync,
            ["CreateBucket"] = buckets.CreateAsync,
            ["HeadBucket"] = buckets.HeadAsync,
            ["DeleteBucket"] = buckets.DeleteAsync,
            ["GetBucketAcl"] = properties.GetAclAsync,
            ["GetBucketLocation"] = properties.GetLocationAsync,
            ["GetBucketVersioning"] = properties.GetVersioningAsync,
            ["GetPublicAccessBlock"] = properties.GetPublicAccessBlockAsync,
            ["GetBucketPolicy"] = properties.GetPolicyAsync,
            ["PutBucketPolicy"] = properties.PutPolicyAsync,
            ["DeleteBucketPolicy"] = properties.DeletePolicyAsync,
            ["GetBucketNotificationConfiguration"] = notifications.GetAsync,
            ["PutBucketNotificationConfiguration"] = notifications.PutAsync,
        }.ToFrozenDictionary();
    }

    public string SigningName => "s3";

    public string OperationOf(HttpRequest request) =>
        OperationName.Of(request.Method, AddressOf(request), request.Query, request.Headers);

    public async Task HandleAsync(HttpContext http, AwsCall apiCall)
    {
        http.Response.Headers["x-amz-request-id"] = apiCall.RequestId;
        if (!_operations.TryGetValue(apiCall.Operation, out var operation))
        {
            throw S3Errors.NotImplemented($"the operation {apiCall.Operation}");
        }

        var exchange = new S3Exchange(http, apiCall, AddressOf(http.Request));
        BucketOwnerCondition.Demand(exchange, _store, _account);
        await operation(exchange);
    }

    public Task WriteErrorAsync(HttpContext http, AwsException failure, string requestId)
    {
        var error = S3Errors.InWordsOfS3(failure);
        http.Response.Headers["x-amz-request-id"] = requestId;
        http.Response.StatusCode = error.StatusCode;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : S3Xml.WriteAsync(http, ErrorDocument.Of(error, AddressOf(http.Request), requestId), error.StatusCode);
    }

    private S3Address AddressOf(HttpRequest request) => S3Address.Of(request, _store.Buckets.Select(bucket => bucket.Name));
}
