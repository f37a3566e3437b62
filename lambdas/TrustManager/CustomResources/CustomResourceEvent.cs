using System.Text.Json;

namespace Infra.TrustManager.CustomResources;

/// <summary>
/// The event as CloudFormation sends it; nothing is taken for granted until <see cref="EventReader"/> checked it.
/// </summary>
internal sealed record CustomResourceEvent
{
    public string? RequestType { get; init; }

    public string? ResponseURL { get; init; }

    public string? StackId { get; init; }

    public string? RequestId { get; init; }

    public string? LogicalResourceId { get; init; }

    public string? PhysicalResourceId { get; init; }

    public JsonElement? ResourceProperties { get; init; }

    public JsonElement? OldResourceProperties { get; init; }
}
