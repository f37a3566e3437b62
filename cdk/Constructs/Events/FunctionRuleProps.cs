namespace Infra.Cdk.Constructs.Events;

/// <summary>What a <see cref="FunctionRule"/> needs to know: a schedule or a pattern, never both.</summary>
public sealed record FunctionRuleProps
{
    public required TrustManagerFunction Function { get; init; }

    public required string Description { get; init; }

    /// <summary>A schedule expression of EventBridge.</summary>
    public string? Schedule { get; init; }

    /// <summary>Which events of the account are meant.</summary>
    public IReadOnlyDictionary<string, object>? Pattern { get; init; }
}
