using System.Collections.Concurrent;
using System.Text;
using Amazon.S3;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Sources;
using Infra.TrustManager.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Infra.TrustManager.Tests.Publishing;

/// <summary>S3 as it answers a role that may list its own keys and nothing else.</summary>
public sealed class S3ExistenceTests
{
    private const string Key = "aia/ca.cer";

    private readonly ConcurrentDictionary<string, byte[]> _objects = new();
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly ConcurrentQueue<string?> _owners = new();
    private Func<string, int, (int Status, string Code)?> _failure = (_, _) => null;

    private string[] Calls => [.. _calls];

    [Fact]
    public async Task An_object_that_is_there_costs_one_call()
    {
        _objects[Key] = [7];

        Assert.Equal([7], await FindAsync());
        Assert.Equal(["get"], Calls);
    }

    [Fact]
    public async Task A_key_that_is_missing_is_asked_for_by_name()
    {
        _objects[$"{Key}.bak"] = [7];

        Assert.Null(await FindAsync());
        Assert.Equal(["get", $"list {Key} max 1"], Calls);
    }

    [Fact]
    public async Task A_key_that_S3_calls_missing_is_not_asked_for_again()
    {
        _failure = (call, _) => call == "get" ? (404, "NoSuchKey") : null;

        Assert.Null(await FindAsync());
        Assert.Equal(["get"], Calls);
    }

    [Fact]
    public async Task An_object_that_is_there_but_may_not_be_read_is_refused_and_never_missing()
    {
        _objects[Key] = [7];
        _failure = (call, _) => call == "get" ? (403, "AccessDenied") : null;

        var error = await Assert.ThrowsAsync<ServiceException>(FindAsync);

        Assert.Equal(ServiceFailure.Denied, error.Failure);
        Assert.StartsWith("s3:GetObject on", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, Calls.Length);
    }

    [Fact]
    public async Task An_object_that_appears_between_the_two_calls_is_read()
    {
        _objects[Key] = [7];
        _failure = (call, number) => call == "get" && number == 1 ? (403, "AccessDenied") : null;

        Assert.Equal([7], await FindAsync());
    }

    [Theory]
    [InlineData(403, "AccessDenied", ServiceFailure.Denied)]
    [InlineData(503, "SlowDown", ServiceFailure.Throttled)]
    [InlineData(500, "InternalError", ServiceFailure.Unavailable)]
    public async Task Where_listing_fails_nothing_is_taken_for_missing(int status, string code, ServiceFailure failure)
    {
        _failure = (call, _) => call == "get" ? (403, "AccessDenied") : (status, code);

        var error = await Assert.ThrowsAsync<ServiceException>(FindAsync);

        Assert.Equal(failure, error.Failure);
        Assert.Contains("s3:ListBucket", error.Message, StringComparison.Ordinal);
        Assert.Contains("s3:GetObject was refused (AccessDenied", error.Message, StringComparison.Ordinal);
        Assert.Contains(code, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_calls_demand_the_same_owner_of_the_bucket()
    {
        Assert.Null(await AskAsync(s3 => new S3CertificateObjects(s3)
            .FindAsync(new SourceBucket(Some.Bucket, "111122223333"), Key, maxBytes: 9, CancellationToken.None)));

        Assert.Equal(["111122223333", "111122223333"], _owners);
    }

    [Fact]
    public async Task Only_the_very_key_is_found()
    {
        _objects[$"{Key}.bak"] = [7];
        Assert.Null(await AskAsync(s3 => new S3CrlObjects(s3).FindCrlAsync(Some.Bucket, Key, CancellationToken.None)));

        _objects[Key] = [7];
        Assert.Equal([7], await AskAsync(s3 => new S3CrlObjects(s3).FindCrlAsync(Some.Bucket, Key, CancellationToken.None)));
    }

    [Fact]
    public async Task A_state_that_is_missing_is_no_state()
    {
        var renewal = await AskAsync(s3 => new S3RenewalMemory(s3, Some.Bucket, Some.Ca).FindAsync(CancellationToken.None));
        var trust = await AskAsync(s3 => new S3TrustMemory(s3).FindAsync(Some.Bucket, "d-1", CancellationToken.None));

        Assert.Equal(new RenewalReading(null, null), renewal);
        Assert.Equal(MemoryReading.Nothing, trust);
    }

    [Fact]
    public async Task A_state_that_may_not_be_read_is_never_taken_for_a_lost_one()
    {
        _objects[MemoryKey.For("d-1")] = "{}"u8.ToArray();
        _failure = (call, _) => call == "get" ? (403, "AccessDenied") : null;

        var error = await Assert.ThrowsAsync<ServiceException>(() => AskAsync(
            s3 => new S3TrustMemory(s3).FindAsync(Some.Bucket, "d-1", CancellationToken.None)));

        Assert.Equal(ServiceFailure.Denied, error.Failure);
        Assert.DoesNotContain("versions", Calls);
    }

    private Task<byte[]?> FindAsync() =>
        AskAsync(s3 => new S3CrlObjects(s3).FindAsync(Some.Bucket, Key, CancellationToken.None));

    private async Task<T> AskAsync<T>(Func<IAmazonS3, Task<T>> question)
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        var config = new AmazonS3Config
        {
            ServiceURL = server.Url.ToString(), AuthenticationRegion = "us-gov-west-1", MaxErrorRetry = 0, ForcePathStyle = true,
        };
        using var client = new AmazonS3Client("key", "secret", config);
        return await question(client);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (query, key) = (context.Request.Query, context.Request.Path.Value![$"/{Some.Bucket}".Length..].TrimStart('/'));
        var call = query.ContainsKey("versions") ? "versions" : query.ContainsKey("list-type") ? "list" : "get";
        _calls.Enqueue(call == "list" ? $"list {query["prefix"]} max {query["max-keys"]}" : call);
        _owners.Enqueue(context.Request.Headers["x-amz-expected-bucket-owner"]);
        if (_failure(call, _calls.Count) is { } failure)
        {
            await FailAsync(context, failure.Status, failure.Code);
        }
        else if (call == "versions")
        {
            await context.Response.WriteAsync("<ListVersionsResult><IsTruncated>false</IsTruncated></ListVersionsResult>");
        }
        else if (call == "list")
        {
            var first = _objects.Keys.Where(one => one.StartsWith(query["prefix"]!, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal).Take(1);
            var contents = string.Concat(first.Select(one => $"<Contents><Key>{one}</Key></Contents>"));
            await context.Response.WriteAsync($"<ListBucketResult><IsTruncated>false</IsTruncated>{contents}</ListBucketResult>");
        }
        else if (_objects.TryGetValue(key, out var bytes))
        {
            await context.Response.Body.WriteAsync(bytes);
        }
        else
        {
            await FailAsync(context, 403, "AccessDenied");
        }
    }

    private static Task FailAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        return context.Response.Body.WriteAsync(
            Encoding.UTF8.GetBytes($"<Error><Code>{code}</Code><Message>No.</Message></Error>")).AsTask();
    }
}
