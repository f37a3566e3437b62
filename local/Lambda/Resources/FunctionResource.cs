using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;

namespace Infra.Local.Lambda.Resources;

/// <summary><c>AWS::Lambda::Function</c>.</summary>
public sealed class FunctionResource(Functions functions, LambdaHost host) : IResourceType
{
    public string Name => "AWS::Lambda::Function";

    public IEnumerable<string> NotEmulated(JsonObject properties) => FunctionProperties.NotEmulated(properties);

    public bool MustReplace(JsonObject before, JsonObject after) =>
        before.Text("FunctionName") != after.Text("FunctionName") || before.Text("PackageType") != after.Text("PackageType");

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var configuration = Read(context, properties);
        functions.Create(configuration);
        return Task.FromResult(Deployed(configuration));
    }

    public async Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        var configuration = Read(context, after);
        await functions.UpdateAsync(configuration);
        return Deployed(configuration);
    }

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken) =>
        functions.DeleteAsync(current.PhysicalId);

    private FunctionConfiguration Read(ResourceContext context, JsonObject properties) =>
        FunctionProperties.Read(context, properties, host.Account, host.Clock.GetUtcNow());

    private static DeployedResource Deployed(FunctionConfiguration configuration) => new(
        configuration.Name, new Dictionary<string, JsonNode> { ["Arn"] = configuration.Arn });
}
