using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Local.S3.Store;

namespace Infra.Local.Tests.S3;

public sealed class VersioningTests
{
    private static readonly BucketSettings Versioned = new() { Versioning = VersioningState.Enabled };

    [Fact]
    public async Task What_was_overwritten_stays_readable_by_version_id()
    {
        await using var local = await S3Fixture.StartAsync(Versioned);
        var first = await local.S3.PutObjectAsync(Upload("first"));
        await local.S3.PutObjectAsync(Upload("second"));

        using var old = await local.S3.GetObjectAsync(Some.BucketName, "key", first.VersionId);
        using var current = await local.S3.GetObjectAsync(Some.BucketName, "key");

        Assert.Equal("first", await new StreamReader(old.ResponseStream).ReadToEndAsync());
        Assert.Equal("second", await new StreamReader(current.ResponseStream).ReadToEndAsync());
        Assert.Contains(local.Policies.Asked, asked => asked.Request.Action == "s3:GetObjectVersion");
    }

    [Fact]
    public async Task A_delete_leaves_a_marker_and_removing_the_marker_brings_the_object_back()
    {
        await using var local = await S3Fixture.StartAsync(Versioned);
        await local.S3.PutObjectAsync(Upload("revoked"));

        var deleted = await local.S3.DeleteObjectAsync(Some.BucketName, "key");
        using var gone = await local.Http.GetAsync($"/{Some.BucketName}/key");
        await local.S3.DeleteObjectAsync(Some.BucketName, "key", deleted.VersionId);
        using var back = await local.S3.GetObjectAsync(Some.BucketName, "key");

        Assert.Equal("true", deleted.DeleteMarker);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal("true", gone.Headers.GetValues("x-amz-delete-marker").Single());
        Assert.Equal(HttpStatusCode.OK, back.HttpStatusCode);
    }

    [Fact]
    public async Task A_version_that_never_was_is_NoSuchVersion_and_a_marker_cannot_be_read()
    {
        await using var local = await S3Fixture.StartAsync(Versioned);
        await local.S3.PutObjectAsync(Upload("revoked"));
        var marker = await local.S3.DeleteObjectAsync(Some.BucketName, "key");

        var unknown = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.GetObjectAsync(Some.BucketName, "key", "unknown"));
        var unreadable = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => local.S3.GetObjectAsync(Some.BucketName, "key", marker.VersionId));

        Assert.Equal("NoSuchVersion", unknown.ErrorCode);
        Assert.Equal("MethodNotAllowed", unreadable.ErrorCode);
    }

    [Fact]
    public async Task While_versioning_is_suspended_writes_replace_only_the_null_version()
    {
        await using var local = await S3Fixture.StartAsync(Versioned);
        await local.S3.PutObjectAsync(Upload("kept"));
        local.Bucket.Settings = Versioned with { Versioning = VersioningState.Suspended };

        await local.S3.PutObjectAsync(Upload("lost"));
        await local.S3.PutObjectAsync(Upload("current"));

        Assert.Equal(["null", "version"], local.Bucket.Versions["key"].Select(v => v.VersionId == "null" ? "null" : "version"));
    }

    [Fact]
    public void Old_versions_expire_counted_from_the_day_they_were_replaced()
    {
        var day = new FakeClock().Now;
        var bucket = new Bucket(
            Some.BucketName,
            day,
            Versioned with { NoncurrentExpirations = [new NoncurrentExpiration("crl/", Days: 30, KeepNewer: 0)] });
        bucket.Put("crl/a", new ObjectContent("1"u8.ToArray()), day);
        bucket.Put("crl/a", new ObjectContent("2"u8.ToArray()), day.AddDays(20));
        bucket.Put("other", new ObjectContent("1"u8.ToArray()), day);
        bucket.Put("other", new ObjectContent("2"u8.ToArray()), day.AddDays(1));

        bucket.Expire(day.AddDays(49));
        var before = bucket.Versions["crl/a"].Count;
        bucket.Expire(day.AddDays(50));

        Assert.Equal(2, before);
        Assert.Single(bucket.Versions["crl/a"]);
        Assert.Equal(2, bucket.Versions["other"].Count);
    }

    [Fact]
    public void The_newest_old_versions_can_be_kept_whatever_their_age()
    {
        var day = new FakeClock().Now;
        var bucket = new Bucket(
            Some.BucketName,
            day,
            Versioned with { NoncurrentExpirations = [new NoncurrentExpiration(string.Empty, Days: 1, KeepNewer: 2)] });
        foreach (var i in Enumerable.Range(0, 5))
        {
            bucket.Put("key", new ObjectContent("x"u8.ToArray()), day.AddDays(i));
        }

        bucket.Expire(day.AddDays(100));

        Assert.Equal(3, bucket.Versions["key"].Count);
    }

    private static PutObjectRequest Upload(string body) => new() { BucketName = Some.BucketName, Key = "key", ContentBody = body };
}
