namespace Infra.TrustManager.Retrying;

/// <summary>How long one kind of failure is worth another attempt, beyond the SDK's own three.</summary>
/// <param name="First">Pause after the first attempt; each later pause is twice as long.</param>
/// <param name="Longest">No pause is longer than this.</param>
/// <param name="Limit">No attempt starts later than this after the first one.</param>
public sealed record RetryRule(TimeSpan First, TimeSpan Longest, TimeSpan Limit)
{
    /// <summary>
    /// A fresh bucket policy takes up to a minute to be seen (AWS documents no time; Terraform's provider retries for
    /// about one); half of that on top.
    /// </summary>
    private static readonly RetryRule BucketPermission = Seconds(5, 5, 90);

    /// <summary>
    /// Another change of a CA takes seconds; two minutes is far more, and less than half of the function's time.
    /// </summary>
    private static readonly RetryRule ConcurrentModification = Seconds(2, 10, 120);

    /// <summary>CSRs and certificates are made within seconds; RSA 4096 keys in a busy Region take longest.</summary>
    private static readonly RetryRule InProgress = Seconds(1, 5, 180);

    /// <summary>
    /// The SDK's three attempts of a call that is never answered take a minute, so that this allows one more round of
    /// them;
    /// a burst of calls is throttled for seconds.
    /// </summary>
    private static readonly RetryRule Trouble = Seconds(1, 15, 120);

    /// <summary>The rule for a failure, or null when another attempt is pointless.</summary>
    public static RetryRule? For(ServiceFailure failure) => failure switch
    {
        ServiceFailure.BucketPermission => BucketPermission,
        ServiceFailure.ConcurrentModification => ConcurrentModification,
        ServiceFailure.InProgress => InProgress,
        ServiceFailure.Throttled or ServiceFailure.Unavailable => Trouble,
        _ => null,
    };

    /// <summary>Pause after the attempt with this number, counted from 1.</summary>
    public TimeSpan PauseAfter(int attempt)
    {
        // Six doublings exceed every Longest above; the cap keeps the power from overflowing.
        var pause = First * Math.Pow(2, Math.Min(attempt - 1, 6));
        return pause < Longest ? pause : Longest;
    }

    private static RetryRule Seconds(int first, int longest, int limit) =>
        new(TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(longest), TimeSpan.FromSeconds(limit));
}
