namespace Infra.Local.Lambda.Asynchronous;

/// <summary>How long a function's events are kept and how often they are tried again.</summary>
/// <remarks>Limits and defaults: Lambda API reference, PutFunctionEventInvokeConfig.</remarks>
public sealed record EventInvokeConfig
{
    public const int MostRetryAttempts = 2;

    public static readonly TimeSpan LeastEventAge = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan MostEventAge = TimeSpan.FromHours(6);

    /// <summary>Attempts after one on which the function failed, 0 to 2. Default: 2.</summary>
    public int MaximumRetryAttempts { get; init; } = MostRetryAttempts;

    /// <summary>From when on an event that waits is dropped, 60 seconds to 6 hours. Default: 6 hours.</summary>
    public TimeSpan MaximumEventAge { get; init; } = MostEventAge;
}
