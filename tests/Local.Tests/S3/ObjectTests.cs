using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Local.S3.Store;

namespace Infra.Local.Tests.S3;

public sealed class ObjectTests
{
    [Fact]
    public async Task An_object_comes_back_with_its_bytes_headers_and_a_real_entity_tag()
    {
        await using var local = await S3Fixture.StartAsync();

        await local.S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = Some.BucketName,
            Key = "crl/a b+c%2F.crl",
            ContentBody = "revoked",
            ContentType = "application/pkix-crl",
            Metadata = { ["issuer"] = "corp" },
        });
        using var answer = await local.S3.GetObjectAsync(Some.BucketName, "crl/a b+c%2F.crl");

        Assert.Equal("revoked", await new StreamReader(answer.ResponseStream).ReadToEndAsync());
        Assert.Equal("application/pkix-crl", answer.Headers.ContentType);
        Assert.Equal("corp", answer.Metadata["x-amz-meta-issuer"]);
        Assert.Equal("\"80b785d265b6419ab99251d8f4340a1d\"", answer.ETag);
        Assert.Equal(local.Clock.Now.UtcDateTime, answer.LastModified!.Value.ToUniversalTime());
        Assert.Equal(ServerSideEncryptionMethod.AES256, answer.ServerSideEncryptionMethod);
        Assert.Null(answer.VersionId);
    }

    [Theory]
    [InlineData("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==")]
    [InlineData("x-amz-checksum-crc32", "AAAAAA==")]
    [InlineData("x-amz-checksum-sha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    public async Task A_body_that_does_not_match_its_digest_is_not_stored(string header, string digestOfNothing)
    {
        await using var local = await S3Fixture.StartAsync();
        using var content = new ByteArrayContent("damaged"u8.ToArray());
        content.Headers.TryAddWithoutValidation(header, digestOfNothing);

        using var answer = await local.Http.PutAsync($"/{Some.BucketName}/key", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<Code>BadDigest</Code>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(local.Bucket.FindCurrent("key"));
    }

    [Theory]
    [InlineData("If-None-Match", "\"80b785d265b6419ab99251d8f4340a1d\"", HttpStatusCode.NotModified)]
    [InlineData("If-None-Match", "W/\"80b785d265b6419ab99251d8f4340a1d\"", HttpStatusCode.NotModified)]
    [InlineData("If-None-Match", "\"other\", *", HttpStatusCode.NotModified)]
    [InlineData("If-None-Match", "\"other\"", HttpStatusCode.OK)]
    [InlineData("If-Match", "\"80b785d265b6419ab99251d8f4340a1d\"", HttpStatusCode.OK)]
    [InlineData("If-Match", "\"other\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Modified-Since", "Sat, 21 Nov 2026 10:00:00 GMT", HttpStatusCode.NotModified)]
    [InlineData("If-Modified-Since", "Sat, 21 Nov 2026 09:59:59 GMT", HttpStatusCode.OK)]
    [InlineData("If-Modified-Since", "yesterday", HttpStatusCode.OK)]
    [InlineData("If-Unmodified-Since", "Sat, 21 Nov 2026 10:00:00 GMT", HttpStatusCode.OK)]
    [InlineData("If-Unmodified-Since", "Sat, 21 Nov 2026 09:59:59 GMT", HttpStatusCode.PreconditionFailed)]
    public async Task Conditional_reads_follow_rfc_9110(string header, string value, HttpStatusCode expected)
    {
        await using var local = await S3Fixture.StartAsync();
        Put(local, "key", "revoked");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{Some.BucketName}/key");
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await local.Http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.NotModified)
        {
            Assert.Equal("\"80b785d265b6419ab99251d8f4340a1d\"", answer.Headers.ETag!.Tag);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("bytes=0-2", HttpStatusCode.PartialContent, "rev", "bytes 0-2/7")]
    [InlineData("bytes=3-", HttpStatusCode.PartialContent, "oked", "bytes 3-6/7")]
    [InlineData("bytes=-2", HttpStatusCode.PartialContent, "ed", "bytes 5-6/7")]
    [InlineData("bytes=5-900", HttpStatusCode.PartialContent, "ed", "bytes 5-6/7")]
    [InlineData("bytes=-900", HttpStatusCode.PartialContent, "revoked", "bytes 0-6/7")]
    [InlineData("bytes=0-1,3-4", HttpStatusCode.OK, "revoked", null)]
    [InlineData("bytes=4-2", HttpStatusCode.OK, "revoked", null)]
    [InlineData("lines=1-2", HttpStatusCode.OK, "revoked", null)]
    public async Task A_range_gives_that_part(string range, HttpStatusCode status, string body, string? contentRange)
    {
        await using var local = await S3Fixture.StartAsync();
        Put(local, "key", "revoked");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{Some.BucketName}/key");
        request.Headers.TryAddWithoutValidation("Range", range);

        using var answer = await local.Http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
        Assert.Equal(contentRange, answer.Content.Headers.ContentRange?.ToString());
    }

    [Theory]
    [InlineData("bytes=7-")]
    [InlineData("bytes=-0")]
    public async Task A_range_outside_the_object_is_416(string range)
    {
        await using var local = await S3Fixture.StartAsync();
        Put(local, "key", "revoked");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{Some.BucketName}/key");
        request.Headers.TryAddWithoutValidation("Range", range);

        using var answer = await local.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
    }

    [Fact]
    public async Task A_missing_key_is_404_for_those_who_may_list_the_bucket()
    {
        await using var local = await S3Fixture.StartAsync();

        var error = await Assert.ThrowsAsync<NoSuchKeyException>(() => local.S3.GetObjectAsync(Some.BucketName, "missing"));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
    }

    [Fact]
    public async Task A_missing_key_is_403_for_those_who_may_not_list_the_bucket()
    {
        await using var local = await S3Fixture.StartAsync();
        local.Policies.Deny("s3:ListBucket");

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.GetObjectAsync(Some.BucketName, "missing"));

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
        Assert.Equal("AccessDenied", error.ErrorCode);
    }

    [Fact]
    public async Task A_missing_key_is_403_for_those_who_may_list_only_keys_that_they_name()
    {
        await using var local = await S3Fixture.StartAsync();
        local.Policies.Deny("s3:ListBucket", request => request.Context.GetValueOrDefault("s3:prefix") != "missing");

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.GetObjectAsync(Some.BucketName, "missing"));
        var listed = await local.S3.ListObjectsV2Async(new() { BucketName = Some.BucketName, Prefix = "missing" });

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
        Assert.Empty(listed.S3Objects ?? []);
    }

    [Fact]
    public async Task A_head_tells_the_same_without_the_body()
    {
        await using var local = await S3Fixture.StartAsync();
        Put(local, "key", "revoked");

        var found = await local.S3.GetObjectMetadataAsync(Some.BucketName, "key");
        var missing = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.GetObjectMetadataAsync(Some.BucketName, "gone"));

        Assert.Equal(7, found.ContentLength);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_path_with_dots_is_a_key_like_any_other()
    {
        await using var local = await S3Fixture.StartAsync();
        Put(local, "crl/../secret", "not a crl");
        var uri = new Uri(
            $"{local.Http.BaseAddress}{Some.BucketName}/crl/../secret",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

        var body = await local.Http.GetStringAsync(uri);

        Assert.Equal("not a crl", body);
    }

    [Fact]
    public async Task A_known_bucket_in_the_host_name_is_the_bucket()
    {
        await using var local = await S3Fixture.StartAsync();
        Put(local, "crl/ca.crl", "revoked");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/crl/ca.crl");
        request.Headers.Host = $"{Some.BucketName}.s3.{Some.Region}.amazonaws.com";

        using var answer = await local.Http.SendAsync(request);

        Assert.Equal("revoked", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_copy_keeps_bytes_and_headers()
    {
        await using var local = await S3Fixture.StartAsync();
        await local.S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = Some.BucketName, Key = "from", ContentBody = "revoked", ContentType = "application/pkix-crl",
        });

        var copy = await local.S3.CopyObjectAsync(Some.BucketName, "from", Some.BucketName, "to");
        using var answer = await local.S3.GetObjectAsync(Some.BucketName, "to");

        Assert.Equal(answer.ETag, copy.ETag);
        Assert.Equal("application/pkix-crl", answer.Headers.ContentType);
    }

    [Theory]
    [InlineData("PUT", "/corp-crl/key?tagging", "PutObjectTagging")]
    [InlineData("GET", "/corp-crl?cors", "GetBucketCors")]
    [InlineData("POST", "/corp-crl/key?uploads", "PostObjectMultipartUploads")]
    [InlineData("PUT", "/corp-crl?publicAccessBlock", "PutPublicAccessBlock")]
    public async Task What_is_not_emulated_is_refused_by_name(string method, string target, string operation)
    {
        await using var local = await S3Fixture.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), target);

        using var answer = await local.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Contains(operation, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    internal static ObjectVersion Put(S3Fixture local, string key, string body) =>
        local.Bucket.Put(key, new ObjectContent(Encoding.UTF8.GetBytes(body)), local.Clock.Now);
}
