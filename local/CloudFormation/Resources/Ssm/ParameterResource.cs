using System.Text.Json.Nodes;
using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation.Resources.Ssm;

/// <summary><c>AWS::SSM::Parameter</c>: <c>Ref</c> is the name; attributes <c>Type</c> and <c>Value</c>.</summary>
public sealed class ParameterResource(SsmParameters parameters) : IResourceType
{
    /// <summary>Characters that a generated name may have.</summary>
    private const int MaxNameLength = 128;

    public string Name => "AWS::SSM::Parameter";

    public IEnumerable<string> NotEmulated(JsonObject properties) => properties.Except("Description", "Name", "Type", "Value");

    public bool MustReplace(JsonObject before, JsonObject after) => ResourceProperties.Differ(before, after, "Name");

    public Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var deployed = Deployed(properties.Text("Name") ?? context.PhysicalName(MaxNameLength), properties);
        return parameters.TryAdd(deployed.PhysicalId, properties.RequiredText("Value"))
            ? Task.FromResult(deployed)
            : throw new AwsException("ParameterAlreadyExists", $"The parameter {deployed.PhysicalId} already exists.");
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        var deployed = Deployed(current.PhysicalId, after);
        parameters.Set(current.PhysicalId, after.RequiredText("Value"));
        return Task.FromResult(deployed);
    }

    public Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        parameters.Remove(current.PhysicalId);
        return Task.CompletedTask;
    }

    private static DeployedResource Deployed(string name, JsonObject properties) => properties.RequiredText("Type") switch
    {
        "String" or "StringList" => new DeployedResource(name, new Dictionary<string, JsonNode>
        {
            ["Type"] = properties.RequiredText("Type"),
            ["Value"] = properties.RequiredText("Value"),
        }),
        var type => throw new AwsException("ValidationError", $"Property Type: '{type}' is neither String nor StringList."),
    };
}
