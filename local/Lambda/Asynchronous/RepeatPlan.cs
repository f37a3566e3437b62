namespace Infra.Local.Lambda.Asynchronous;

/// <summary>When an event comes again.</summary>
/// <remarks>Lambda developer guide, "How Lambda handles errors and retries with asynchronous invocation".</remarks>
internal static class RepeatPlan
{
    /// <summary>From the first time that Lambda could not run an event to the next; doubles every time.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    /// <summary>Longest such pause.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>The moment of the next attempt; null when the event is lost.</summary>
    /// <param name="failed">The event, with the failure counted.</param>
    /// <param name="failure">The last one.</param>
    /// <param name="config">What the function's owner chose.</param>
    public static DateTimeOffset? NextAttempt(
        QueuedEvent failed, AttemptFailure failure, EventInvokeConfig config, DateTimeOffset now)
    {
        if (!failure.IsOfService && failed.FunctionFailures > config.MaximumRetryAttempts)
        {
            return null;
        }

        var pause = failure.IsOfService
            ? PauseOfService(failed.ServiceFailures)
            : PauseOfFunction(failed.FunctionFailures);
        var due = now + pause;
        return due - failed.QueuedAt <= config.MaximumEventAge ? due : null;
    }

    private static TimeSpan PauseOfFunction(int failures) =>
        failures == 1 ? EventRepeats.AsOnAws.First : EventRepeats.AsOnAws.Second;

    private static TimeSpan PauseOfService(int failures)
    {
        var doublings = Math.Min(failures - 1, 16);
        var pause = ShortestPause * (1 << doublings);
        return pause < LongestPause ? pause : LongestPause;
    }
}
