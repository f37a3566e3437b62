using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Infra.Local.Verification.Clients;

/// <summary>Calls the local AWS over HTTP in the name of the account's administrator.</summary>
/// <remarks>The header has the form of a signature; the local AWS reads from it who calls and does not verify it.</remarks>
public sealed class AdministratorClient(Uri endpoint, string region) : IDisposable
{
    private const string AccessKeyId = "AKIAADMINISTRATOR000";
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <summary>An operation of Private CA.</summary>
    public async Task<JsonObject> PrivateCaAsync(string operation, JsonObject request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1"),
        };
        message.Headers.Add("X-Amz-Target", $"ACMPrivateCA.{operation}");
        var answer = await SendAsync(message, "acm-pca");
        return answer.Length == 0 ? [] : JsonNode.Parse(answer)!.AsObject();
    }

    /// <summary>Creates a bucket with a policy; both in the words of S3.</summary>
    public async Task CreateBucketAsync(string bucket, JsonObject policy)
    {
        using var create = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}");
        await SendAsync(create, "s3");
        await PutBucketPolicyAsync(bucket, policy);
    }

    /// <summary>Creates a bucket of which EventBridge is told.</summary>
    public async Task CreateBucketWithEventsAsync(string bucket)
    {
        using var create = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}");
        await SendAsync(create, "s3");
        using var put = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}?notification")
        {
            Content = new StringContent(
                "<NotificationConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<EventBridgeConfiguration/></NotificationConfiguration>"),
        };
        await SendAsync(put, "s3");
    }

    public async Task PutObjectAsync(string bucket, string key, byte[] body)
    {
        using var message = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}/{key}") { Content = new ByteArrayContent(body) };
        await SendAsync(message, "s3");
    }

    public async Task<byte[]> GetObjectAsync(string bucket, string key)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"/{bucket}/{key}");
        return await SendAsync(message, "s3");
    }

    public async Task<JsonObject> BucketPolicyAsync(string bucket)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"/{bucket}?policy");
        return JsonNode.Parse(await SendAsync(message, "s3"))!.AsObject();
    }

    public async Task PutBucketPolicyAsync(string bucket, JsonObject policy)
    {
        using var message = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}?policy")
        {
            Content = new StringContent(policy.ToJsonString()),
        };
        await SendAsync(message, "s3");
    }

    /// <param name="source">As <c>bucket/key</c>.</param>
    public async Task CopyObjectAsync(string bucket, string key, string source)
    {
        using var message = new HttpRequestMessage(HttpMethod.Put, $"/{bucket}/{key}");
        message.Headers.Add("x-amz-copy-source", source);
        await SendAsync(message, "s3");
    }

    /// <param name="versionId">Null makes a delete marker.</param>
    public async Task DeleteObjectAsync(string bucket, string key, string? versionId = null)
    {
        var query = versionId is null ? "" : $"?versionId={versionId}";
        using var message = new HttpRequestMessage(HttpMethod.Delete, $"/{bucket}/{key}{query}");
        await SendAsync(message, "s3");
    }

    /// <summary>Invokes a function and waits; gives what it answered, or throws what went wrong in it.</summary>
    public async Task<byte[]> InvokeAsync(string functionArn, JsonObject request)
    {
        var path = $"/2015-03-31/functions/{Uri.EscapeDataString(functionArn)}/invocations";
        using var message = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        return await SendAsync(message, "lambda");
    }

    public void Dispose() => _http.Dispose();

    private async Task<byte[]> SendAsync(HttpRequestMessage message, string service)
    {
        message.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential={AccessKeyId}/20261121/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await _http.SendAsync(message);
        var body = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode
            ? body
            : throw new UnexpectedException($"{service} answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(body)}");
    }
}
