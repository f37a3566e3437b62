namespace Infra.TrustManager.Memory;

/// <summary>The run in which something is done or noticed.</summary>
/// <param name="At">The moment for which it is decided.</param>
/// <param name="Request">Id of the CloudFormation request or of the invocation.</param>
public sealed record Occasion(DateTimeOffset At, string Request)
{
    /// <inheritdoc cref="HistoryEntry.By"/>
    public string? By { get; init; }
}
