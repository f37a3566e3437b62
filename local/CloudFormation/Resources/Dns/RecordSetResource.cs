using System.Text.Json.Nodes;
using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation.Resources.Dns;

/// <summary><c>AWS::Route53::RecordSet</c>: <c>Ref</c> is the domain name.</summary>
public sealed class RecordSetResource(DnsRecords records) : IResourceType
{
    public string Name => "AWS::Route53::RecordSet";

    public IEnumerable<string> NotEmulated(JsonObject properties) =>
        properties.Except("AliasTarget", "Comment", "HostedZoneId", "HostedZoneName", "Name", "ResourceRecords", "Type")
            .Append("resolution of the name on this machine");

    public bool MustReplace(JsonObject before, JsonObject after) =>
        ResourceProperties.Differ(before, after, "HostedZoneId", "HostedZoneName", "Name");

    public Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var record = RecordOf(properties);
        return records.TryAdd(record)
            ? Task.FromResult(new DeployedResource(record.Name))
            : throw new AwsException(
                "InvalidChangeBatch", $"Tried to create resource record set [name='{record.Name}.', type='{record.Type}'] but it already exists.");
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        var (old, record) = (RecordOf(before), RecordOf(after));
        records.Remove(old);
        records.Set(record);
        return Task.FromResult(current);
    }

    public Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        records.Remove(RecordOf(properties));
        return Task.CompletedTask;
    }

    private static DnsRecord RecordOf(JsonObject properties) => new(
        properties.RequiredText("Name").TrimEnd('.'),
        properties.RequiredText("Type"),
        properties.Text("HostedZoneId") ?? properties.RequiredText("HostedZoneName"),
        properties["AliasTarget"] is JsonObject alias ? [alias.RequiredText("DNSName")] : properties.Texts("ResourceRecords"));
}
