namespace Infra.Local.Lambda.Asynchronous;

/// <summary>How long Lambda waits before it gives an event again to a function that failed on it; it does so twice.</summary>
/// <param name="First">From the first failure to the second attempt.</param>
/// <param name="Second">From the second failure to the third and last attempt.</param>
public sealed record EventRepeats(TimeSpan First, TimeSpan Second)
{
    /// <summary>
    /// AWS' own: one minute and two (Lambda developer guide, "How Lambda handles errors and retries with asynchronous
    /// invocation").
    /// </summary>
    public static EventRepeats AsOnAws { get; } = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));

    /// <summary>One second and two: a workstation shows the same behaviour sixty times as fast.</summary>
    public static EventRepeats Quick { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
}
