using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;

namespace Infra.Local.Alarms.Resources;

/// <summary><c>AWS::CloudWatch::Alarm</c>: <c>Ref</c> is the name; attribute <c>Arn</c>.</summary>
public sealed class AlarmResource(MetricAlarms alarms) : IResourceType
{
    public string Name => "AWS::CloudWatch::Alarm";

    public IEnumerable<string> NotEmulated(JsonObject properties) => AlarmProperties.NotEmulated(properties);

    public bool MustReplace(JsonObject before, JsonObject after) =>
        ResourceProperties.Differ(before, after, "AlarmName");

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var name = properties.Text("AlarmName") ?? context.PhysicalName(AlarmProperties.MaxNameLength);
        return Task.FromResult(Deployed(alarms.Create(AlarmProperties.Read(name, properties))));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context,
        DeployedResource current,
        JsonObject before,
        JsonObject after,
        CancellationToken cancellationToken) =>
        Task.FromResult(Deployed(alarms.Update(AlarmProperties.Read(current.PhysicalId, after))));

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        alarms.Delete(current.PhysicalId);
        return Task.CompletedTask;
    }

    private static DeployedResource Deployed(Alarm alarm) =>
        new(alarm.Name, new Dictionary<string, JsonNode> { ["Arn"] = alarm.Arn });
}
