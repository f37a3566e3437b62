using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.Endpoint;
using Infra.Local.S3.Store;

namespace Infra.Local.S3.Resources;

/// <summary><c>AWS::S3::BucketPolicy</c>.</summary>
public sealed class BucketPolicyResource(ObjectStore store, S3Access access) : IResourceType
{
    public string Name => "AWS::S3::BucketPolicy";

    public IEnumerable<string> NotEmulated(JsonObject properties) => [];

    public bool MustReplace(JsonObject before, JsonObject after) => BucketOf(before) != BucketOf(after);

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var bucket = store.Get(BucketOf(properties));
        if (bucket.Policy is not null)
        {
            throw new AwsException(
                "AlreadyExists", $"The bucket policy already exists on bucket {bucket.Name}. Put all statements into one "
                    + "AWS::S3::BucketPolicy.");
        }

        return Task.FromResult(Put(bucket, properties));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken) =>
        Task.FromResult(Put(store.Get(BucketOf(after)), after));

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        if (store.Find(current.PhysicalId) is { } bucket)
        {
            bucket.Policy = null;
        }

        return Task.CompletedTask;
    }

    private DeployedResource Put(Bucket bucket, JsonObject properties)
    {
        var policy = properties["PolicyDocument"] switch
        {
            JsonObject document => document.ToJsonString(),
            var other => other?.ToString() ?? throw new AwsException("ValidationError", "PolicyDocument is missing; it "
                + "must be a policy."),
        };
        BucketPolicyRules.Check(policy, bucket, access.BucketArn(bucket.Name));
        bucket.Policy = policy;
        return new DeployedResource(bucket.Name);
    }

    private static string BucketOf(JsonObject properties) => properties["Bucket"]?.ToString()
        ?? throw new AwsException("ValidationError", "Bucket is missing; it must be the name of a bucket.");
}
