using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Clock;
using Infra.Local.CloudFormation;
using Infra.Local.Iam;
using Infra.Local.S3.Notifications;
using Infra.Local.S3.Store;

namespace Infra.Local.S3.Resources;

/// <summary><c>AWS::S3::Bucket</c>.</summary>
public sealed class BucketResource(ObjectStore store, AwsAccount account, LocalClock clock) : IResourceType
{
    /// <summary>S3 runs life-cycle rules once a day; Amazon S3 user guide, "Managing the lifecycle of objects".</summary>
    private static readonly TimeSpan LifecyclePeriod = TimeSpan.FromDays(1);

    public string Name => "AWS::S3::Bucket";

    public IEnumerable<string> NotEmulated(JsonObject properties) => BucketProperties.NotEmulated(properties);

    public bool MustReplace(JsonObject before, JsonObject after) =>
        !JsonNode.DeepEquals(before["BucketName"], after["BucketName"])
        || !JsonNode.DeepEquals(before["ObjectLockEnabled"], after["ObjectLockEnabled"]);

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var name = properties["BucketName"]?.ToString() ?? context.PhysicalName(BucketName.MaximumLength).ToLowerInvariant();
        var bucket = store.Create(name, BucketProperties.ToSettings(properties, account));
        ScheduleLifecycle(bucket);
        return Task.FromResult(Describe(name));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        var bucket = store.Get(current.PhysicalId);
        var settings = BucketProperties.ToSettings(after, account);
        var wasVersioned = bucket.Settings.Versioning != VersioningState.Unversioned;

        // A bucket never becomes unversioned again: what it kept stays.
        bucket.Settings = wasVersioned && settings.Versioning == VersioningState.Unversioned
            ? settings with { Versioning = VersioningState.Suspended }
            : settings;
        return Task.FromResult(Describe(bucket.Name));
    }

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        if (store.Find(current.PhysicalId) is not null)
        {
            store.Delete(current.PhysicalId);
        }

        return Task.CompletedTask;
    }

    private DeployedResource Describe(string name) => new(
        name,
        new Dictionary<string, JsonNode>
        {
            ["Arn"] = $"arn:{account.Partition}:s3:::{name}",
            ["DomainName"] = $"{name}.s3.amazonaws.com",
            ["RegionalDomainName"] = $"{name}.s3.{account.Region}.amazonaws.com",
            ["DualStackDomainName"] = $"{name}.s3.dualstack.{account.Region}.amazonaws.com",
        });

    private void Expire(Bucket bucket, DateTimeOffset now)
    {
        var bucketArn = $"arn:{account.Partition}:s3:::{bucket.Name}";
        var origin = RequestOrigin.Of(new Principal.Service("s3.amazonaws.com", bucketArn, account.Id));
        foreach (var gone in bucket.Expire(now))
        {
            store.Notices.Deleted(bucket, gone, origin, "Lifecycle Expiration", isMarkerMade: false, now);
        }
    }

    private void ScheduleLifecycle(Bucket bucket) => clock.At(
        clock.GetUtcNow() + LifecyclePeriod,
        _ =>
        {
            if (store.Find(bucket.Name) == bucket)
            {
                Expire(bucket, clock.GetUtcNow());
                ScheduleLifecycle(bucket);
            }

            return Task.CompletedTask;
        });
}
