using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation;

/// <summary>What a resource type gives back to templates.</summary>
/// <param name="PhysicalId">The value of <c>Ref</c>.</param>
/// <param name="Attributes">The values of <c>Fn::GetAtt</c>, by attribute name.</param>
public sealed record DeployedResource(string PhysicalId, IReadOnlyDictionary<string, JsonNode> Attributes)
{
    public DeployedResource(string physicalId)
        : this(physicalId, new Dictionary<string, JsonNode>())
    {
    }
}
