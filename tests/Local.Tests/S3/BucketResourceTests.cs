using System.Text.Json.Nodes;
using Infra.Local.Clock;
using Infra.Local.Endpoint;
using Infra.Local.Events;
using Infra.Local.S3;
using Infra.Local.S3.Notifications;
using Infra.Local.S3.Resources;
using Infra.Local.S3.Store;

namespace Infra.Local.Tests.S3;

public sealed class BucketResourceTests : IDisposable
{
    private static readonly JsonObject Properties = JsonNode.Parse(
        """
        {
          "BucketEncryption": { "ServerSideEncryptionConfiguration": [ {
            "BucketKeyEnabled": "true",
            "ServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "01234567-89ab-cdef-0123-456789abcdef" } } ] },
          "LifecycleConfiguration": { "Rules": [
            { "Status": "Enabled", "NoncurrentVersionExpiration": { "NoncurrentDays": 30 }, "AbortIncompleteMultipartUpload": {} } ] },
          "LoggingConfiguration": {},
          "OwnershipControls": { "Rules": [ { "ObjectOwnership": "BucketOwnerPreferred" } ] },
          "PublicAccessBlockConfiguration": { "BlockPublicAcls": true, "BlockPublicPolicy": true },
          "VersioningConfiguration": { "Status": "Enabled" }
        }
        """)!.AsObject();

    private readonly LocalClock _clock = new();
    private readonly EventBus _events = new(Some.Account);
    private readonly ObjectStore _store;
    private readonly BucketResource _buckets;
    private readonly BucketPolicyResource _policies;

    public BucketResourceTests()
    {
        _store = new ObjectStore(_clock) { Notices = new ObjectNotices(_events, Some.Account) };
        _buckets = new BucketResource(_store, Some.Account, _clock);
        _policies = new BucketPolicyResource(_store, new S3Access(new FakeAccessControl(), Some.Account));
    }

    public void Dispose() => _clock.Dispose();

    [Fact]
    public async Task A_bucket_gets_a_lower_case_name_of_its_stack_and_its_settings()
    {
        var deployed = await _buckets.CreateAsync(Some.Context(), Properties, default);

        var settings = _store.Get(deployed.PhysicalId).Settings;
        Assert.StartsWith("distribution-crls-", deployed.PhysicalId, StringComparison.Ordinal);
        Assert.Equal($"arn:aws-us-gov:s3:::{deployed.PhysicalId}", deployed.Attributes["Arn"].ToString());
        Assert.Equal(new ServerSideEncryption(Some.KeyArn, true), settings.Encryption);
        Assert.Equal(VersioningState.Enabled, settings.Versioning);
        Assert.Equal(ObjectOwnership.BucketOwnerPreferred, settings.Ownership);
        Assert.Equal(new PublicAccessBlock(true, false, true, false), settings.PublicAccess);
    }

    [Fact]
    public void What_has_no_effect_is_named()
    {
        var paths = _buckets.NotEmulated(Properties);

        Assert.Equal(["LoggingConfiguration", "LifecycleConfiguration.Rules[0].AbortIncompleteMultipartUpload"], paths);
    }

    [Fact]
    public async Task Old_versions_expire_as_the_clock_moves()
    {
        var deployed = await _buckets.CreateAsync(Some.Context(), Properties, default);
        var bucket = _store.Get(deployed.PhysicalId);
        bucket.Put("key", new ObjectContent("1"u8.ToArray()), _clock.GetUtcNow());
        bucket.Put("key", new ObjectContent("2"u8.ToArray()), _clock.GetUtcNow());

        await _clock.AdvanceAsync(TimeSpan.FromDays(29));
        var before = bucket.Versions["key"].Count;
        await _clock.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(2, before);
        Assert.Single(bucket.Versions["key"]);
    }

    [Theory]
    [InlineData("""{ "EventBridgeConfiguration": {} }""", true)]
    [InlineData("""{ "EventBridgeConfiguration": { "EventBridgeEnabled": true } }""", true)]
    [InlineData("""{ "EventBridgeConfiguration": { "EventBridgeEnabled": "false" } }""", false)]
    [InlineData("""{ "TopicConfigurations": [] }""", false)]
    public async Task A_template_chooses_whether_a_bucket_sends_events(string notifications, bool sends)
    {
        var properties = new JsonObject { ["NotificationConfiguration"] = JsonNode.Parse(notifications) };

        var deployed = await _buckets.CreateAsync(Some.Context(), properties, default);

        Assert.Equal(sends, _store.Get(deployed.PhysicalId).Settings.SendsEvents);
        Assert.Equal(
            notifications.Contains("Topic", StringComparison.Ordinal) ? ["NotificationConfiguration.TopicConfigurations"] : [],
            _buckets.NotEmulated(properties));
    }

    [Fact]
    public async Task Versions_that_expire_are_told()
    {
        var properties = Properties.DeepClone().AsObject();
        properties["NotificationConfiguration"] = JsonNode.Parse("""{ "EventBridgeConfiguration": {} }""");
        var bucket = _store.Get((await _buckets.CreateAsync(Some.Context(), properties, default)).PhysicalId);
        var first = bucket.Put("key", new ObjectContent("1"u8.ToArray()), _clock.GetUtcNow());
        bucket.Put("key", new ObjectContent("2"u8.ToArray()), _clock.GetUtcNow());

        await _clock.AdvanceAsync(TimeSpan.FromDays(32));

        var told = Assert.Single(_events.Recent).Detail;
        Assert.Equal(("Lifecycle Expiration", "s3.amazonaws.com"), (told["reason"]!.ToString(), told["requester"]!.ToString()));
        Assert.Equal(first.VersionId, told["object"]!["version-id"]!.ToString());
    }

    [Fact]
    public async Task A_bucket_with_objects_is_not_deleted_and_one_that_is_gone_is_no_error()
    {
        var deployed = await _buckets.CreateAsync(Some.Context(), Properties, default);
        _store.Get(deployed.PhysicalId).Put("key", new ObjectContent("1"u8.ToArray()), _clock.GetUtcNow());

        var error = await Assert.ThrowsAsync<AwsException>(() => _buckets.DeleteAsync(Some.Context(), deployed, Properties, default));
        await _buckets.DeleteAsync(Some.Context(), deployed with { PhysicalId = "gone" }, Properties, default);

        Assert.Equal("BucketNotEmpty", error.Code);
    }

    [Fact]
    public async Task Versioning_that_leaves_the_template_is_suspended()
    {
        var deployed = await _buckets.CreateAsync(Some.Context(), Properties, default);

        await _buckets.UpdateAsync(Some.Context(), deployed, Properties, [], default);

        Assert.Equal(VersioningState.Suspended, _store.Get(deployed.PhysicalId).Settings.Versioning);
    }

    [Fact]
    public async Task A_bucket_policy_comes_and_goes_and_there_is_only_one()
    {
        var bucket = await _buckets.CreateAsync(Some.Context(), Properties, default);
        var properties = new JsonObject
        {
            ["Bucket"] = bucket.PhysicalId,
            ["PolicyDocument"] = new JsonObject { ["Statement"] = new JsonArray() },
        };

        var deployed = await _policies.CreateAsync(Some.Context("Policy"), properties, default);
        var second = await Assert.ThrowsAsync<AwsException>(() => _policies.CreateAsync(Some.Context("Second"), properties, default));
        var policy = _store.Get(bucket.PhysicalId).Policy;
        await _policies.DeleteAsync(Some.Context("Policy"), deployed, properties, default);

        Assert.Equal("""{"Statement":[]}""", policy);
        Assert.Equal("AlreadyExists", second.Code);
        Assert.Null(_store.Get(bucket.PhysicalId).Policy);
    }
}
