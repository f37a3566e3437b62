namespace Infra.TrustManager.CustomResources;

/// <summary>Parts the time of an invocation into work and what is kept back to answer.</summary>
public sealed class TimeBudget
{
    /// <summary>
    /// Kept back for the answer. More costs time to work in; less risks that a slow connection leaves CloudFormation
    /// waiting for an hour.
    /// </summary>
    private static readonly TimeSpan KeptBack = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Part of that which cancelled work gets to come to its end, before the answer is sent without it.
    /// </summary>
    private static readonly TimeSpan Unwinding = TimeSpan.FromSeconds(2);

    /// <summary>Left unused before Lambda's deadline.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    /// <summary>Lambda kills a process at most 2 seconds after it asked it to end.</summary>
    private static readonly TimeSpan ToAnswerWhenEnding = TimeSpan.FromSeconds(1.5);

    private readonly TimeProvider _time;
    private readonly TimeSpan _all;
    private readonly long _started;

    /// <param name="remaining">Time until Lambda's deadline; a budget of less than 20 seconds is halved.</param>
    public TimeBudget(TimeSpan remaining, TimeProvider time)
    {
        _time = time;
        _started = time.GetTimestamp();
        _all = remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        ForWork = _all > KeptBack * 2 ? _all - KeptBack : _all / 2;
        ForWorkAndUnwinding = ForWork + (_all > KeptBack * 2 ? Unwinding : _all / 10);
        FinishBy = time.GetUtcNow() + ForWork;
    }

    /// <summary>After this the work is cancelled.</summary>
    public TimeSpan ForWork { get; }

    /// <summary>After this the answer is sent even when the work has not ended.</summary>
    public TimeSpan ForWorkAndUnwinding { get; }

    public DateTimeOffset FinishBy { get; }

    /// <summary>What is left for sending the answer.</summary>
    public TimeSpan ToAnswer(bool ending)
    {
        var left = _all - Margin - _time.GetElapsedTime(_started);
        return ending && left > ToAnswerWhenEnding ? ToAnswerWhenEnding : left;
    }
}
