using System.Text;
using System.Text.Json.Nodes;

namespace Infra.Local.Verification.Clients;

/// <summary>Calls the local AWS over HTTP in the name of the account's administrator.</summary>
public sealed class AdministratorClient(Uri endpoint, string region) : IDisposable
{
    /// <summary>Every key that belongs to no role is the administrator's.</summary>
    public SignedCalls Calls { get; } = new(endpoint, region, "AKIAADMINISTRATOR000");

    /// <summary>An operation of Private CA.</summary>
    public async Task<JsonObject> PrivateCaAsync(string operation, JsonObject request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1"),
        };
        message.Headers.Add("X-Amz-Target", $"ACMPrivateCA.{operation}");
        var answer = await Calls.SendAsync(message, "acm-pca");
        return answer.Length == 0 ? [] : JsonNode.Parse(answer)!.AsObject();
    }

    /// <summary>Creates a bucket with a policy; both in the words of S3.</summary>
    public async Task CreateBucketAsync(string bucket, JsonObject policy)
    {
        using var create = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}");
        await Calls.SendAsync(create, "s3");
        await PutBucketPolicyAsync(bucket, policy);
    }

    /// <summary>Creates a bucket of which EventBridge is told.</summary>
    public async Task CreateBucketWithEventsAsync(string bucket)
    {
        using var create = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}");
        await Calls.SendAsync(create, "s3");
        using var put = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}?notification")
        {
            Content = new StringContent(
                "<NotificationConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<EventBridgeConfiguration/></NotificationConfiguration>"),
        };
        await Calls.SendAsync(put, "s3");
    }

    public async Task PutObjectAsync(string bucket, string key, byte[] body)
    {
        using var message = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}/{key}") { Content = new ByteArrayContent(body) };
        await Calls.SendAsync(message, "s3");
    }

    public async Task<byte[]> GetObjectAsync(string bucket, string key)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"/{bucket}/{key}");
        return await Calls.SendAsync(message, "s3");
    }

    public async Task<JsonObject> BucketPolicyAsync(string bucket)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"/{bucket}?policy");
        return JsonNode.Parse(await Calls.SendAsync(message, "s3"))!.AsObject();
    }

    public async Task PutBucketPolicyAsync(string bucket, JsonObject policy)
    {
        using var message = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}?policy")
        {
            Content = new StringContent(policy.ToJsonString()),
        };
        await Calls.SendAsync(message, "s3");
    }

    /// <param name="source">As <c>bucket/key</c>.</param>
    public async Task CopyObjectAsync(string bucket, string key, string source)
    {
        using var message = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}/{key}");
        message.Headers.Add("x-amz-copy-source", source);
        await Calls.SendAsync(message, "s3");
    }

    /// <param name="versionId">Null makes a delete marker.</param>
    public async Task DeleteObjectAsync(string bucket, string key, string? versionId = null)
    {
        var query = versionId is null ? "" : $"?versionId={versionId}";
        using var message = new HttpRequestMessage(HttpMethod.Delete, $"/{bucket}/{key}{query}");
        await Calls.SendAsync(message, "s3");
    }

    /// <summary>Deletes a bucket, which must be empty.</summary>
    public async Task DeleteBucketAsync(string bucket)
    {
        using var message = new HttpRequestMessage(HttpMethod.Delete, $"/{bucket}");
        await Calls.SendAsync(message, "s3");
    }

    /// <summary>Invokes a function and waits; gives what it answered, or throws what went wrong in it.</summary>
    public Task<byte[]> InvokeAsync(string functionArn, JsonObject request) => Calls.InvokeAsync(functionArn, request);

    public void Dispose() => Calls.Dispose();
}
