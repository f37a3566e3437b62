using System.Text;
using Amazon.S3;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Infra.TrustManager.Tests.CaRenewal;

public sealed class S3RenewalMemoryTests
{
    private static readonly string Path = $"/{Some.Bucket}/ca-renewal/{Some.Ca.CaId}.json";

    private byte[]? _stored;
    private int _version;
    private (int Status, string Code)? _failure;

    [Fact]
    public async Task A_memory_is_read_as_it_was_written()
    {
        var seen = SomeRenewal.Seen(SomeRenewal.Root(300));
        var memory = new RenewalMemory
        {
            Current = seen,
            Earlier = [seen],
            KnownToWindows = [seen],
            Attempt = new RenewalAttempt(seen.Thumbprint, 2, SomeRenewal.Now) { CertificateArn = "arn:issued" },
            History = [new HistoryEntry(SomeRenewal.Now, "what", "why", "request")],
            Sent = [new SentMessage("key", SomeRenewal.Now)],
        };

        var (etag, read) = await AskAsync(async store =>
            (await store.SaveAsync(memory, null, CancellationToken.None), await store.FindAsync(CancellationToken.None)));

        Assert.Equal(etag, read.ETag);
        Assert.Equal(RenewalDocument.Write(memory), RenewalDocument.Write(read.Memory!));
    }

    [Fact]
    public async Task Nothing_is_remembered_of_a_new_CA() =>
        Assert.Equal(new RenewalReading(null, null), await AskAsync(store => store.FindAsync(CancellationToken.None)));

    [Fact]
    public async Task Only_the_version_that_was_read_is_overwritten()
    {
        await AskAsync(store => store.SaveAsync(new RenewalMemory(), null, CancellationToken.None));

        await Assert.ThrowsAsync<MemoryConflictException>(
            () => AskAsync(store => store.SaveAsync(new RenewalMemory(), null, CancellationToken.None)));
        await Assert.ThrowsAsync<MemoryConflictException>(
            () => AskAsync(store => store.SaveAsync(new RenewalMemory(), ETag(7), CancellationToken.None)));
        Assert.Equal(ETag(2), await AskAsync(store => store.SaveAsync(new RenewalMemory(), ETag(1), CancellationToken.None)));
    }

    [Theory]
    [InlineData("not JSON", "cannot be read")]
    [InlineData("""{"version":2}""", "version 2")]
    public async Task A_memory_that_cannot_be_understood_is_an_error_and_no_fresh_start(string json, string problem)
    {
        _stored = Encoding.UTF8.GetBytes(json);

        var error = await Assert.ThrowsAsync<ServiceException>(
            () => AskAsync(store => store.FindAsync(CancellationToken.None)));

        Assert.Equal(ServiceFailure.Rejected, error.Failure);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "AccessDenied", ServiceFailure.Denied)]
    [InlineData(503, "SlowDown", ServiceFailure.Throttled)]
    public async Task Errors_of_the_service_are_told_apart(int status, string code, ServiceFailure failure)
    {
        _failure = (status, code);

        var error = await Assert.ThrowsAsync<ServiceException>(
            () => AskAsync(store => store.FindAsync(CancellationToken.None)));

        Assert.Equal(failure, error.Failure);
    }

    private async Task<T> AskAsync<T>(Func<S3RenewalMemory, Task<T>> question)
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        var config = new AmazonS3Config
        {
            ServiceURL = server.Url.ToString(), AuthenticationRegion = "us-gov-west-1", MaxErrorRetry = 0, ForcePathStyle = true,
        };
        using var client = new AmazonS3Client("key", "secret", config);
        return await question(new S3RenewalMemory(client, Some.Bucket, Some.Ca));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (_failure is { } failure)
        {
            await FailAsync(context, failure.Status, failure.Code);
            return;
        }

        Assert.Equal(Path, context.Request.Path.Value);
        var headers = context.Request.Headers;
        var etag = _stored is null ? null : ETag(_version);
        if (context.Request.Method == "GET" && _stored is null)
        {
            await FailAsync(context, 404, "NoSuchKey");
        }
        else if (context.Request.Method == "GET")
        {
            context.Response.Headers.ETag = etag;
            await context.Response.Body.WriteAsync(_stored);
        }
        else if ((headers.IfNoneMatch == "*" && etag is not null) || (headers.IfMatch.Count > 0 && headers.IfMatch != etag))
        {
            await FailAsync(context, 412, "PreconditionFailed");
        }
        else
        {
            _stored = await S3Body.ReadAsync(context.Request);
            context.Response.Headers.ETag = ETag(++_version);
        }
    }

    /// <summary>Bare digits the client would compare with the MD5 of the body; those with a dash it leaves alone.</summary>
    private static string ETag(int version) => $"\"{version:x32}-1\"";

    private static Task FailAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync($"<Error><Code>{code}</Code><Message>No.</Message></Error>");
    }
}
