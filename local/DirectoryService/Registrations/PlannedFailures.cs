using System.Collections.Concurrent;

namespace Infra.Local.DirectoryService.Registrations;

/// <summary>Why coming asynchronous changes of a directory will fail, one reason a change, oldest first.</summary>
public sealed class PlannedFailures
{
    public ConcurrentQueue<string> Registrations { get; } = new();

    public ConcurrentQueue<string> Deregistrations { get; } = new();

    public ConcurrentQueue<string> LdapsEnablings { get; } = new();

    /// <summary>The next reason, used up; null when the change may succeed.</summary>
    public static string? Take(ConcurrentQueue<string> reasons) => reasons.TryDequeue(out var reason) ? reason : null;
}
