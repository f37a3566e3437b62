using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.Endpoint;

namespace Infra.Local.Tests.CloudFormation;

/// <summary>
/// A type that writes into a <see cref="FakeWorld"/>. A change of <c>Fixed</c> replaces; attributes are <c>Arn</c> and
/// <c>Value</c>, which follows the property of that name; <c>Ignored</c> is not emulated.
/// </summary>
internal sealed class FakeType(FakeWorld world, string name) : IResourceType
{
    public string Name => name;

    public IEnumerable<string> NotEmulated(JsonObject properties) => properties.ContainsKey("Ignored") ? ["Ignored"] : [];

    public bool MustReplace(JsonObject before, JsonObject after) => before["Fixed"]?.ToJsonString() != after["Fixed"]?.ToJsonString();

    public Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        Begin("Create", context);
        var physicalId = context.PhysicalName(60);
        if (!world.Existing.TryAdd(physicalId, properties.ToJsonString()))
        {
            throw new AwsException("AlreadyExists", $"{physicalId} already exists.");
        }

        world.CheckReferences($"Create {context.LogicalId}");
        return Task.FromResult(Deployed(physicalId, properties));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        Begin("Update", context);
        if (!world.Existing.ContainsKey(current.PhysicalId))
        {
            throw new AwsException("NotFound", $"{current.PhysicalId} does not exist.");
        }

        world.Existing[current.PhysicalId] = after.ToJsonString();
        world.CheckReferences($"Update {context.LogicalId}");
        return world.FailAfterUpdate.Remove(context.LogicalId)
            ? throw new AwsException("InternalFailure", $"{context.LogicalId} failed half way.")
            : Task.FromResult(Deployed(current.PhysicalId, after));
    }

    public Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        Begin("Delete", context);
        if (world.Undeletable.Contains(context.LogicalId))
        {
            throw new AwsException("Conflict", $"{context.LogicalId} is in use.");
        }

        world.Existing.Remove(current.PhysicalId);
        world.CheckReferences($"Delete {context.LogicalId}");
        return Task.CompletedTask;
    }

    private void Begin(string verb, ResourceContext context)
    {
        world.OnOperation($"{verb} {context.LogicalId}");
        world.Done.Add($"{verb} {context.LogicalId}");
    }

    private static DeployedResource Deployed(string physicalId, JsonObject properties) => new(
        physicalId,
        new Dictionary<string, JsonNode> { ["Arn"] = $"arn:{physicalId}", ["Value"] = properties["Value"]?.ToString() ?? "" });
}
