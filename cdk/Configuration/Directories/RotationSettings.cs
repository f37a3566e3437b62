namespace Infra.Cdk.Configuration.Directories;

/// <summary>How a directory is kept equal to its sources between deployments.</summary>
public sealed record RotationSettings
{
    /// <summary><c>automatic</c>, <c>add-only</c> or <c>report</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>How long successors have been registered before what they replace goes.</summary>
    public required int OverlapDays { get; init; }

    /// <summary>When runs come, in EventBridge's words; the schema allows hourly to weekly ones.</summary>
    public required string Schedule { get; init; }
}
