using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.S3;
using Infra.Local.S3.Store;

namespace Infra.Local.Tests.S3;

public sealed class EventTests
{
    private static readonly BucketSettings Telling = new() { SendsEvents = true };

    [Fact]
    public async Task A_bucket_that_is_not_told_to_sends_no_events()
    {
        await using var local = await S3Fixture.StartAsync();

        await PutAsync(local);
        await local.S3.DeleteObjectAsync(Some.BucketName, "pem/a b.pem");

        Assert.Empty(local.Events.Recent);
    }

    [Fact]
    public async Task An_object_that_is_created_is_told_in_the_documented_form()
    {
        await using var local = await S3Fixture.StartAsync(Telling with { Versioning = VersioningState.Enabled });

        var answer = await PutAsync(local);

        var told = local.Events.ToJson().Single()!;
        var (detail, sequencer) = (told["detail"]!, told["detail"]!["object"]!["sequencer"]!.ToString());
        Assert.Equal(("aws.s3", "Object Created"), (told["source"]!.ToString(), told["detail-type"]!.ToString()));
        Assert.Equal(["arn:aws-us-gov:s3:::corp-crl"], told["resources"]!.AsArray().Select(arn => arn!.ToString()));
        Assert.Matches("^[0-9A-F]{16}$", sequencer);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                {
                  "version": "0", "bucket": { "name": "corp-crl" },
                  "object": {
                    "key": "pem/a b.pem", "size": 5, "etag": "{{answer.ETag.Trim('"')}}", "version-id": "{{answer.VersionId}}",
                    "sequencer": "{{sequencer}}"
                  },
                  "request-id": "{{answer.ResponseMetadata.RequestId}}", "requester": "111122223333", "source-ip-address": "127.0.0.1",
                  "reason": "PutObject"
                }
                """),
            detail));
    }

    [Theory]
    [InlineData(VersioningState.Enabled, "Delete Marker Created")]
    [InlineData(VersioningState.Unversioned, "Permanently Deleted")]
    public async Task A_delete_tells_whether_the_object_is_only_hidden(VersioningState versioning, string type)
    {
        await using var local = await S3Fixture.StartAsync(Telling with { Versioning = versioning });
        await PutAsync(local);

        await local.S3.DeleteObjectAsync(Some.BucketName, "pem/a b.pem");

        var told = local.Events.Recent[^1];
        Assert.Equal("Object Deleted", told.DetailType);
        Assert.Equal((type, "DeleteObject"), (told.Detail["deletion-type"]!.ToString(), told.Detail["reason"]!.ToString()));
        Assert.Equal("pem/a b.pem", told.Detail["object"]!["key"]!.ToString());
        Assert.Null(told.Detail["object"]!["size"]);
        Assert.Equal(versioning == VersioningState.Enabled, told.Detail["object"]!["version-id"] is not null);
    }

    [Fact]
    public async Task The_delete_of_one_version_and_each_of_many_are_told_and_of_what_is_not_there_nothing()
    {
        await using var local = await S3Fixture.StartAsync(Telling with { Versioning = VersioningState.Enabled });
        var version = await PutAsync(local);
        await PutAsync(local, "second");

        await local.S3.DeleteObjectAsync(Some.BucketName, "pem/a b.pem", version.VersionId);
        await local.S3.DeleteObjectAsync(Some.BucketName, "pem/a b.pem", version.VersionId);
        await local.S3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = Some.BucketName, Objects = [new() { Key = "second" }] });

        Assert.Equal(
            ["Permanently Deleted", "Delete Marker Created"],
            local.Events.Recent.Skip(2).Select(told => told.Detail["deletion-type"]!.ToString()));
    }

    [Fact]
    public async Task What_another_service_writes_is_told_with_its_name()
    {
        await using var local = await S3Fixture.StartAsync(Telling);
        var objects = new ServiceObjects(local.Store, local.Access, new FaultPlan());

        await objects.PutAsync(
            Some.BucketName, "crl", "1"u8.ToArray(), new Principal.Service("acm-pca.amazonaws.com", "arn", Some.AccountId), default);

        var told = Assert.Single(local.Events.Recent);
        Assert.Equal("acm-pca.amazonaws.com", told.Detail["requester"]!.ToString());
    }

    [Fact]
    public async Task A_write_that_is_denied_is_not_told()
    {
        await using var local = await S3Fixture.StartAsync(Telling);
        local.Policies.Deny("s3:PutObject");

        await Assert.ThrowsAsync<AmazonS3Exception>(() => PutAsync(local));

        Assert.Empty(local.Events.Recent);
    }

    [Fact]
    public async Task A_bucket_made_by_hand_is_told_to_send_events_and_to_stop()
    {
        await using var local = await S3Fixture.StartAsync();
        var request = new PutBucketNotificationRequest { BucketName = Some.BucketName, EventBridgeConfiguration = new EventBridgeConfiguration() };

        await local.S3.PutBucketNotificationAsync(request);
        var on = await local.S3.GetBucketNotificationAsync(Some.BucketName);
        await PutAsync(local);
        await local.S3.PutBucketNotificationAsync(new PutBucketNotificationRequest { BucketName = Some.BucketName });
        await PutAsync(local);

        Assert.NotNull(on.EventBridgeConfiguration);
        Assert.Single(local.Events.Recent);
    }

    [Fact]
    public async Task Other_notifications_are_refused_by_name()
    {
        await using var local = await S3Fixture.StartAsync();
        var topic = new TopicConfiguration { Id = "t", Topic = "arn:aws:sns:us-gov-west-1:111122223333:t", Events = [EventType.ObjectCreatedAll] };

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.PutBucketNotificationAsync(
            new PutBucketNotificationRequest { BucketName = Some.BucketName, TopicConfigurations = [topic] }));

        Assert.Contains("TopicConfiguration", error.Message, StringComparison.Ordinal);
    }

    private static Task<PutObjectResponse> PutAsync(S3Fixture local, string key = "pem/a b.pem") => local.S3.PutObjectAsync(
        new PutObjectRequest { BucketName = Some.BucketName, Key = key, ContentBody = "12345" });
}
