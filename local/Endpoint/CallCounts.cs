using System.Collections.Concurrent;

namespace Infra.Local.Endpoint;

/// <summary>How often each API operation was called since the start.</summary>
public sealed class CallCounts
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Calls of one operation, such as <c>s3:GetObject</c>.</summary>
    public int this[string operation] => _counts.GetValueOrDefault(operation);

    /// <summary>Calls of each operation so far, by the same names.</summary>
    public IReadOnlyDictionary<string, int> Snapshot() => _counts.ToDictionary();

    /// <summary>Calls of every operation of one service.</summary>
    public int OfService(string service) =>
        _counts.Where(count => count.Key.StartsWith($"{service}:", StringComparison.Ordinal)).Sum(count => count.Value);

    internal void Add(AwsCall apiCall) =>
        _counts.AddOrUpdate($"{apiCall.Service}:{apiCall.Operation}", 1, (_, count) => count + 1);
}
