using System.Collections.Concurrent;

namespace Infra.Local.CloudFormation.Resources.Logs;

/// <summary>The log groups of deployed templates with their retention in days; null for ever.</summary>
public sealed class LogGroups : ILogGroups
{
    private readonly ConcurrentDictionary<string, int?> _retentionDays = new();

    public IReadOnlyDictionary<string, int?> RetentionDays => _retentionDays;

    public bool Exists(string name) => _retentionDays.ContainsKey(name);

    /// <summary>False when there is one of that name already.</summary>
    internal bool TryAdd(string name, int? retentionDays) => _retentionDays.TryAdd(name, retentionDays);

    internal void SetRetention(string name, int? retentionDays) => _retentionDays[name] = retentionDays;

    internal void Remove(string name) => _retentionDays.TryRemove(name, out _);
}
