using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Local.S3.Store;

namespace Infra.Local.Tests.S3;

public sealed class ConditionalWriteTests
{
    private static readonly BucketSettings Versioned = new() { Versioning = VersioningState.Enabled };

    [Fact]
    public async Task A_write_that_must_create_does_not_replace_what_is_there()
    {
        await using var local = await S3Fixture.StartAsync();
        ObjectTests.Put(local, "key", "first");

        var error = await RefusedAsync(() => PutAsync(local, "second", ifNoneMatch: "*"));

        Assert.Equal(("PreconditionFailed", HttpStatusCode.PreconditionFailed), (error.ErrorCode, error.StatusCode));
        Assert.Equal("first", Body(local));
    }

    [Fact]
    public async Task A_write_that_must_create_creates_where_nothing_is_or_only_a_delete_marker()
    {
        await using var local = await S3Fixture.StartAsync(Versioned);

        await PutAsync(local, "first", ifNoneMatch: "*");
        await local.S3.DeleteObjectAsync(Some.BucketName, "key");
        await PutAsync(local, "second", ifNoneMatch: "*");

        Assert.Equal("second", Body(local));
    }

    [Fact]
    public async Task A_write_replaces_the_version_that_its_writer_saw()
    {
        await using var local = await S3Fixture.StartAsync();
        var seen = ObjectTests.Put(local, "key", "first").Content!.ETag;

        await PutAsync(local, "second", ifMatch: seen);

        Assert.Equal("second", Body(local));
    }

    [Fact]
    public async Task A_write_does_not_replace_what_somebody_else_wrote_meanwhile()
    {
        await using var local = await S3Fixture.StartAsync();
        var seen = ObjectTests.Put(local, "key", "first").Content!.ETag;
        ObjectTests.Put(local, "key", "theirs");

        var error = await RefusedAsync(() => PutAsync(local, "second", ifMatch: seen));

        Assert.Equal(("PreconditionFailed", HttpStatusCode.PreconditionFailed), (error.ErrorCode, error.StatusCode));
        Assert.Equal("theirs", Body(local));
    }

    [Fact]
    public async Task A_write_that_must_replace_is_404_where_nothing_is()
    {
        await using var local = await S3Fixture.StartAsync();

        var error = await RefusedAsync(() => PutAsync(local, "second", ifMatch: "\"80b785d265b6419ab99251d8f4340a1d\""));

        Assert.Equal(("NoSuchKey", HttpStatusCode.NotFound), (error.ErrorCode, error.StatusCode));
    }

    [Fact]
    public async Task A_delete_takes_only_the_version_that_its_caller_saw()
    {
        await using var local = await S3Fixture.StartAsync(Versioned);
        var seen = ObjectTests.Put(local, "key", "first").Content!.ETag;
        var theirs = ObjectTests.Put(local, "key", "theirs").Content!.ETag;

        var error = await RefusedAsync(() => DeleteAsync(local, seen));
        var kept = Body(local);
        await DeleteAsync(local, theirs);

        Assert.Equal(("PreconditionFailed", HttpStatusCode.PreconditionFailed), (error.ErrorCode, error.StatusCode));
        Assert.Equal("theirs", kept);
        Assert.True(local.Bucket.FindCurrent("key")!.IsDeleteMarker);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\"80b785d265b6419ab99251d8f4340a1d\"")]
    public async Task A_conditional_delete_is_404_where_nothing_ever_was(string ifMatch)
    {
        await using var local = await S3Fixture.StartAsync();

        var error = await RefusedAsync(() => DeleteAsync(local, ifMatch));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
    }

    [Fact]
    public async Task Comparing_with_an_entity_tag_needs_permission_to_read()
    {
        await using var local = await S3Fixture.StartAsync();
        var seen = ObjectTests.Put(local, "key", "first").Content!.ETag;
        local.Policies.Deny("s3:GetObject");

        var write = await RefusedAsync(() => PutAsync(local, "second", ifMatch: seen));
        var delete = await RefusedAsync(() => DeleteAsync(local, seen));

        Assert.Equal(("AccessDenied", "AccessDenied"), (write.ErrorCode, delete.ErrorCode));
    }

    private static Task<PutObjectResponse> PutAsync(S3Fixture local, string body, string? ifMatch = null, string? ifNoneMatch = null) =>
        local.S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = Some.BucketName, Key = "key", ContentBody = body, IfMatch = ifMatch, IfNoneMatch = ifNoneMatch,
        });

    private static Task<DeleteObjectResponse> DeleteAsync(S3Fixture local, string ifMatch) =>
        local.S3.DeleteObjectAsync(
            new DeleteObjectRequest { BucketName = Some.BucketName, Key = "key", IfMatch = ifMatch });

    private static Task<AmazonS3Exception> RefusedAsync(Func<Task> call) => Assert.ThrowsAnyAsync<AmazonS3Exception>(call);

    private static string Body(S3Fixture local) =>
        Encoding.UTF8.GetString(local.Bucket.FindCurrent("key")!.Content!.Body.Span);
}
