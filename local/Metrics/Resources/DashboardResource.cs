using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;

namespace Infra.Local.Metrics.Resources;

/// <summary><c>AWS::CloudWatch::Dashboard</c>: its body is read, and shown nowhere; <c>Ref</c> is the name.</summary>
public sealed class DashboardResource : IResourceType
{
    /// <summary>Characters (CloudWatch API reference, PutDashboard).</summary>
    private const int MaxNameLength = 255;

    public string Name => "AWS::CloudWatch::Dashboard";

    public IEnumerable<string> NotEmulated(JsonObject properties) => ["showing it"];

    public bool MustReplace(JsonObject before, JsonObject after) =>
        ResourceProperties.Differ(before, after, "DashboardName");

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        Check(properties);
        var name = properties.Text("DashboardName") ?? context.PhysicalName(MaxNameLength);
        return Task.FromResult(new DeployedResource(name));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context,
        DeployedResource current,
        JsonObject before,
        JsonObject after,
        CancellationToken cancellationToken)
    {
        Check(after);
        return Task.FromResult(current);
    }

    public Task DeleteAsync(
        ResourceContext context,
        DeployedResource current,
        JsonObject properties,
        CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private static void Check(JsonObject properties)
    {
        try
        {
            var body = JsonNode.Parse(properties.RequiredText("DashboardBody")) as JsonObject;
            if (body?["widgets"] is not JsonArray)
            {
                throw Invalid("it must be a JSON object with a list of widgets.");
            }
        }
        catch (JsonException e)
        {
            throw Invalid($"it is not JSON: {e.Message}");
        }
    }

    private static AwsException Invalid(string problem) =>
        new("InvalidParameterInput", $"The dashboard body is invalid: {problem}");
}
