using System.Collections.Concurrent;
using System.Text;
using Amazon.S3;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Infra.TrustManager.Tests.Restoring;

public sealed class S3RestorePointsTests
{
    private static readonly string Path = $"/{Some.Bucket}/{RestorePointKey.For(Some.Ca.CaId)}";

    private readonly ConcurrentDictionary<string, byte[]> _objects = new();
    private (int Status, string Code)? _failure;

    [Fact]
    public async Task A_restore_point_is_read_as_it_was_written()
    {
        var point = Some.Point(previous: Some.EarlierCrl) with
        {
            Previous = new RevocationSettings(Some.EarlierCrl with { OmitExtension = false }, Some.Ocsp),
            Applying = Some.OurCrl,
        };

        var read = await AskAsync(async points =>
        {
            await points.SaveAsync(Some.Bucket, Some.Ca.CaId, point, CancellationToken.None);
            return await points.FindAsync(Some.Bucket, Some.Ca.CaId, CancellationToken.None);
        });

        Assert.Equal(point, read);
        Assert.Equal([Path], _objects.Keys);
    }

    [Fact]
    public async Task No_restore_point_is_null() =>
        Assert.Null(await AskAsync(points => points.FindAsync(Some.Bucket, Some.Ca.CaId, CancellationToken.None)));

    [Fact]
    public async Task Removing_is_done_once_and_again()
    {
        _objects[Path] = [1];

        await AskAsync(async points =>
        {
            await points.RemoveAsync(Some.Bucket, Some.Ca.CaId, CancellationToken.None);
            await points.RemoveAsync(Some.Bucket, Some.Ca.CaId, CancellationToken.None);
            return true;
        });

        Assert.Empty(_objects);
    }

    [Theory]
    [InlineData("""{"version":2,"owner":{"stackId":"s","logicalId":"l"},"previous":{"crl":{"enabled":false}},"recordedAt":"2026-11-01T00:00:00Z"}""", "version 2")]
    [InlineData("not JSON", "cannot be read")]
    public async Task A_restore_point_that_cannot_be_understood_is_an_error(string json, string problem)
    {
        _objects[Path] = Encoding.UTF8.GetBytes(json);

        var error = await Assert.ThrowsAsync<ServiceException>(FindAsync);

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_of_a_newer_release_are_ignored()
    {
        _objects[Path] = Encoding.UTF8.GetBytes(
            """{"version":1,"mood":"good","owner":{"stackId":"s","logicalId":"l"},"previous":{"crl":{"enabled":false}},"recordedAt":"2026-11-01T00:00:00Z"}""");

        var point = await AskAsync(points => points.FindAsync(Some.Bucket, Some.Ca.CaId, CancellationToken.None));

        Assert.Equal(CrlSettings.Disabled, point!.Previous.Crl);
    }

    [Theory]
    [InlineData(403, "AccessDenied", ServiceFailure.Denied)]
    [InlineData(404, "NoSuchBucket", ServiceFailure.NotFound)]
    [InlineData(500, "InternalError", ServiceFailure.Unavailable)]
    [InlineData(503, "SlowDown", ServiceFailure.Throttled)]
    [InlineData(400, "InvalidRequest", ServiceFailure.Rejected)]
    public async Task Errors_of_the_service_are_told_apart(int status, string code, ServiceFailure failure)
    {
        _failure = (status, code);

        var error = await Assert.ThrowsAsync<ServiceException>(FindAsync);

        Assert.Equal(failure, error.Failure);
        Assert.Contains("s3:GetObject", error.Message, StringComparison.Ordinal);
    }

    private Task<RestorePoint?> FindAsync() =>
        AskAsync(points => points.FindAsync(Some.Bucket, Some.Ca.CaId, CancellationToken.None));

    private Task<T> AskAsync<T>(Func<S3RestorePoints, Task<T>> question) => AskAsync(s3 => question(new S3RestorePoints(s3)));

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

    /// <summary>As much of S3 as these tests need.</summary>
    private async Task AnswerAsync(HttpContext context)
    {
        var (path, method) = (context.Request.Path.Value!.TrimEnd('/'), context.Request.Method);
        if (_failure is { } failure)
        {
            await FailAsync(context, failure.Status, failure.Code);
        }
        else if (method == "PUT")
        {
            _objects[path] = await S3Body.ReadAsync(context.Request);
        }
        else if (method == "DELETE")
        {
            _objects.TryRemove(path, out _);
            context.Response.StatusCode = 204;
        }
        else if (context.Request.Query.TryGetValue("prefix", out var prefix))
        {
            var keys = _objects.Keys.Where(key => key.StartsWith($"{path}/{prefix}", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Reverse();
            var contents = string.Concat(keys.Select(key => $"<Contents><Key>{key[(path.Length + 1)..]}</Key></Contents>"));
            await context.Response.WriteAsync($"<ListBucketResult><IsTruncated>false</IsTruncated>{contents}</ListBucketResult>");
        }
        else if (_objects.TryGetValue(path, out var bytes))
        {
            await context.Response.Body.WriteAsync(bytes);
        }
        else
        {
            await FailAsync(context, 404, "NoSuchKey");
        }
    }

    private static Task FailAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync($"<Error><Code>{code}</Code><Message>No.</Message></Error>");
    }
}
