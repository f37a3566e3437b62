using Infra.CrlResponder.Store;
using Infra.CrlResponder.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Infra.CrlResponder.Tests.Store;

/// <summary>The store over real HTTP, against a server that answers as S3 does.</summary>
public sealed class S3CrlStoreTests
{
    private static readonly byte[] Bytes = Some.Crl();

    private static async Task<T> AskAsync<T>(
        Func<HttpContext, Task> answer, Func<S3CrlStore, CancellationToken, Task<T>> question, TimeSpan? patience = null)
    {
        await using var s3 = await S3StandIn.StartAsync(answer);
        using var client = s3.Client();
        using var deadline = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(20));
        return await question(new S3CrlStore(client, "crl-bucket"), deadline.Token);
    }

    private static Task<StoreAnswer> FindAsync(Func<HttpContext, Task> answer, string? unless = null, TimeSpan? patience = null) =>
        AskAsync(answer, (store, token) => store.FindAsync(Some.CrlKey, unless, token), patience);

    [Fact]
    public async Task An_object_comes_with_its_validators_and_bytes()
    {
        var path = "";
        var (found, bytes) = await AskAsync(
            context =>
            {
                path = context.Request.Path;
                return S3StandIn.SendAsync(context, Bytes);
            },
            async (store, token) =>
            {
                var found = Assert.IsType<StoreAnswer.Found>(await store.FindAsync(Some.CrlKey, null, token)).Content;
                var bytes = new byte[found.LengthBytes];
                await found.ReadAsync(bytes, token);
                return (found, bytes);
            });

        Assert.Equal($"/crl-bucket/{Some.CrlKey}", path);
        Assert.Equal(Bytes, bytes);
        Assert.Equal(S3StandIn.ETag(Bytes), found.ETag);
        Assert.Equal(Some.Noon, found.LastModified);
    }

    [Fact]
    public async Task An_object_that_has_not_changed_is_not_sent()
    {
        var answer = await FindAsync(context => S3StandIn.SendAsync(context, Bytes), unless: S3StandIn.ETag(Bytes));

        Assert.IsType<StoreAnswer.NotModified>(answer);
    }

    [Fact]
    public async Task An_object_that_has_changed_is_sent()
    {
        var answer = await FindAsync(context => S3StandIn.SendAsync(context, Bytes), unless: "\"other\"");

        Assert.IsType<StoreAnswer.Found>(answer);
    }

    [Fact]
    public async Task No_such_key_is_not_there()
    {
        var answer = await FindAsync(context => S3StandIn.RefuseAsync(context, 404, "NoSuchKey"));

        Assert.IsType<StoreAnswer.NotThere>(answer);
    }

    [Fact]
    public async Task Access_denied_is_denied()
    {
        var answer = await FindAsync(context => S3StandIn.RefuseAsync(context, 403, "AccessDenied"));

        Assert.Equal("AccessDenied", Assert.IsType<StoreAnswer.Denied>(answer).Code);
    }

    [Theory]
    [InlineData(503, "SlowDown", false)]
    [InlineData(500, "InternalError", false)]
    [InlineData(400, "ExpiredToken", true)]
    [InlineData(400, "InvalidRequest", true)]
    [InlineData(404, "NoSuchBucket", true)]
    public async Task Trouble_of_the_service_says_nothing_about_the_object(int status, string code, bool isRefusal)
    {
        var exception = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => FindAsync(context => S3StandIn.RefuseAsync(context, status, code)));

        Assert.Contains($"{status} {code}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(isRefusal, exception.IsRefusal);
    }

    [Fact]
    public async Task A_slow_answer_ends_with_the_deadline()
    {
        var exception = await Assert.ThrowsAsync<StoreUnavailableException>(() => FindAsync(
            context => Task.Delay(Timeout.Infinite, context.RequestAborted), patience: TimeSpan.FromMilliseconds(200)));

        Assert.Contains("did not answer in time", exception.Message, StringComparison.Ordinal);
        Assert.False(exception.IsRefusal);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_trouble()
    {
        var s3 = await S3StandIn.StartAsync(_ => Task.CompletedTask);
        using var client = s3.Client();
        await s3.DisposeAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => new S3CrlStore(client, "crl-bucket").FindAsync(Some.CrlKey, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_dead_connection_leaves_time_for_a_second_attempt()
    {
        var settings = Some.Settings with { S3Timeout = TimeSpan.FromSeconds(5) };
        var attempts = 0;
        await using var s3 = await S3StandIn.StartAsync(context => Interlocked.Increment(ref attempts) == 1
            ? Task.Delay(Timeout.Infinite, context.RequestAborted)
            : S3StandIn.SendAsync(context, Bytes));
        using var client = s3.Client(settings.S3AttemptTimeout, retries: 2);
        using var deadline = new CancellationTokenSource(settings.S3Timeout);

        var answer = await new S3CrlStore(client, "crl-bucket").FindAsync(Some.CrlKey, null, deadline.Token);

        Assert.IsType<StoreAnswer.Found>(answer);
        Assert.Equal(2, attempts);
    }

    [Fact]
    public async Task Bytes_that_do_not_match_the_entity_tag_are_trouble()
    {
        await Assert.ThrowsAsync<StoreUnavailableException>(() => ReadAsync(
            context => S3StandIn.SendAsync(context, Bytes, etag: S3StandIn.ETag([1, 2, 3]))));
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_trouble()
    {
        await Assert.ThrowsAsync<StoreUnavailableException>(() => ReadAsync(async context =>
        {
            context.Response.Headers.ETag = S3StandIn.ETag(Bytes);
            context.Response.ContentLength = Bytes.Length;
            await context.Response.Body.WriteAsync(Bytes.AsMemory(0, 10));
            context.Abort();
        }));
    }

    [Fact]
    public async Task A_checksum_that_this_client_cannot_compute_does_not_matter()
    {
        var read = await ReadAsync(context =>
        {
            context.Response.Headers["x-amz-checksum-crc64nvme"] = "AAAAAAAAAAA=";
            context.Response.Headers["x-amz-checksum-type"] = "FULL_OBJECT";
            return S3StandIn.SendAsync(context, Bytes);
        });

        Assert.Equal(Bytes, read);
    }

    [Fact]
    public async Task Versions_of_exactly_the_key_are_listed_newest_first_without_delete_markers()
    {
        const string owner = "<Owner><ID>o</ID></Owner><StorageClass>STANDARD</StorageClass>";
        var query = "";
        var versions = await AskAsync(
            context =>
            {
                query = context.Request.QueryString.Value;
                context.Response.ContentType = "application/xml";
                return context.Response.WriteAsync($"""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
                      <Name>crl-bucket</Name><Prefix>{Some.CrlKey}</Prefix><MaxKeys>20</MaxKeys><IsTruncated>false</IsTruncated>
                      <DeleteMarker><Key>{Some.CrlKey}</Key><VersionId>v3</VersionId><IsLatest>true</IsLatest><LastModified>2026-11-21T12:00:00.000Z</LastModified></DeleteMarker>
                      <Version><Key>{Some.CrlKey}</Key><VersionId>v2</VersionId><IsLatest>false</IsLatest><LastModified>2026-11-21T11:00:00.000Z</LastModified><ETag>&quot;b&quot;</ETag><Size>1</Size>{owner}</Version>
                      <Version><Key>{Some.CrlKey}</Key><VersionId>v1</VersionId><IsLatest>false</IsLatest><LastModified>2026-11-21T10:00:00.000Z</LastModified><ETag>&quot;a&quot;</ETag><Size>1</Size>{owner}</Version>
                      <Version><Key>{Some.CrlKey}.bak</Key><VersionId>w1</VersionId><IsLatest>true</IsLatest><LastModified>2026-11-21T10:00:00.000Z</LastModified><ETag>&quot;c&quot;</ETag><Size>1</Size>{owner}</Version>
                    </ListVersionsResult>
                    """);
            },
            (store, token) => store.ListVersionsAsync(Some.CrlKey, 20, token));

        Assert.Equal([new StoredVersion(Some.CrlKey, "v2", "\"b\""), new(Some.CrlKey, "v1", "\"a\"")], versions);
        Assert.Contains("max-keys=20", query, StringComparison.Ordinal);
        Assert.Contains("prefix=crl%2F", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_asked_for_by_its_id()
    {
        var query = "";
        var answer = await AskAsync(
            context =>
            {
                query = context.Request.QueryString.Value;
                return S3StandIn.SendAsync(context, Bytes);
            },
            (store, token) => store.FindVersionAsync(Some.CrlKey, "v1", token));

        Assert.IsType<StoreAnswer.Found>(answer);
        Assert.Contains("versionId=v1", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_denied_is_trouble()
    {
        await Assert.ThrowsAsync<StoreUnavailableException>(() => AskAsync(
            context => S3StandIn.RefuseAsync(context, 403, "AccessDenied"),
            (store, token) => store.ListVersionsAsync(Some.CrlKey, 20, token)));
    }

    private static Task<byte[]> ReadAsync(Func<HttpContext, Task> answer) => AskAsync(answer, async (store, token) =>
    {
        using var found = Assert.IsType<StoreAnswer.Found>(await store.FindAsync(Some.CrlKey, null, token)).Content;
        var bytes = new byte[found.LengthBytes];
        await found.ReadAsync(bytes, token);
        return bytes;
    });
}
