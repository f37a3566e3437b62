namespace Infra.Local.Lambda.Execution;

/// <summary>The lines that Lambda itself writes around an invocation.</summary>
internal static class InvocationReport
{
    public static string Start(string requestId) => $"START RequestId: {requestId} Version: $LATEST";

    public static string End(string requestId) => $"END RequestId: {requestId}";

    /// <param name="requestId">The invocation.</param>
    /// <param name="duration">From handing the event over until the runtime asked for the next one.</param>
    /// <param name="initialization">Of the first invocation of a process; null for later ones.</param>
    /// <param name="memoryMegabytes">As configured.</param>
    /// <param name="peakMemoryBytes">As used; 0 when the process has ended.</param>
    public static string Report(
        string requestId, TimeSpan duration, TimeSpan? initialization, int memoryMegabytes, long peakMemoryBytes)
    {
        var billed = duration + (initialization ?? TimeSpan.Zero);
        return FormattableString.Invariant(
            $"REPORT RequestId: {requestId}\tDuration: {duration.TotalMilliseconds:F2} ms\t")
            + FormattableString.Invariant($"Billed Duration: {Math.Ceiling(billed.TotalMilliseconds)} ms\t")
            + FormattableString.Invariant($"Memory Size: {memoryMegabytes} MB\tMax Memory Used: {peakMemoryBytes / 1_048_576} MB")
            + (initialization is { } init ? FormattableString.Invariant($"\tInit Duration: {init.TotalMilliseconds:F2} ms") : "");
    }

    public static string InitializationFailed(TimeSpan duration, string errorType) => FormattableString.Invariant(
        $"INIT_REPORT Init Duration: {duration.TotalMilliseconds:F2} ms\tPhase: init\tStatus: error\tError Type: {errorType}");
}
