using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;
using Infra.Local.Lambda.Permissions;

namespace Infra.Local.Lambda.Resources;

/// <summary><c>AWS::Lambda::Permission</c>: one statement of a function's resource policy.</summary>
public sealed class PermissionResource(Functions functions) : IResourceType
{
    private const int MaxStatementIdLength = 100;

    public string Name => "AWS::Lambda::Permission";

    public IEnumerable<string> NotEmulated(JsonObject properties) =>
        properties.Except("Action", "FunctionName", "Principal", "SourceAccount", "SourceArn");

    public bool MustReplace(JsonObject before, JsonObject after) => true;

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);

        // A replacement stands beside the statement that it replaces for a while.
        var suffix = Guid.NewGuid().ToString("N")[..12];
        var id = $"{context.PhysicalName(MaxStatementIdLength - suffix.Length - 1)}-{suffix}";
        functions.Get(properties.RequiredText("FunctionName")).Policy.Add(
            new InvokeGrant(id, properties.RequiredText("Action"), properties.RequiredText("Principal"))
            {
                SourceArn = properties.Text("SourceArn"),
                SourceAccount = properties.Text("SourceAccount"),
            });
        return Task.FromResult(new DeployedResource(id, new Dictionary<string, JsonNode> { ["Id"] = id }));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken) =>
        throw new AwsException("NotUpdatable", "A permission is replaced, never updated.");

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        functions.Find(properties.RequiredText("FunctionName"))?.Policy.Remove(current.PhysicalId);
        return Task.CompletedTask;
    }
}
