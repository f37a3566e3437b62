namespace Infra.Local.Faults;

/// <summary>An order to fail calls.</summary>
/// <param name="Service">Signing name of the service, such as <c>s3</c> or <c>acm-pca</c>; <c>*</c> for any.</param>
/// <param name="Operation">API operation, such as <c>GetObject</c>; <c>*</c> for any.</param>
/// <param name="Kind">What happens instead.</param>
public sealed record Fault(string Service, string Operation, FaultKind Kind)
{
    /// <summary>How many calls it applies to. Default: every call until it is cleared.</summary>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>Matching calls that still succeed first. Default: none.</summary>
    public int After { get; init; }

    /// <summary>Wait of <see cref="FaultKind.Slow"/> and <see cref="FaultKind.Timeout"/> in real time. Default: none.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Error code of <see cref="FaultKind.Error"/>, as the service spells it. Default: none.</summary>
    public string? ErrorCode { get; init; }

    internal bool Matches(string service, string operation) =>
        (Service == "*" || Service == service) && (Operation == "*" || Operation == operation);
}
