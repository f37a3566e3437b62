using System.Collections.Concurrent;

namespace Infra.Local.CloudFormation.Resources.Dns;

/// <summary>The Route 53 records of deployed templates. Nothing resolves them on this machine; they are there to be shown.</summary>
public sealed class DnsRecords
{
    private readonly ConcurrentDictionary<(string Zone, string Name, string Type), DnsRecord> _records = new();

    public IReadOnlyList<DnsRecord> All => [.. _records.Values.OrderBy(record => record.Name, StringComparer.Ordinal)];

    /// <summary>False when its zone has a record of that name and type already.</summary>
    internal bool TryAdd(DnsRecord record) => _records.TryAdd(KeyOf(record), record);

    internal void Set(DnsRecord record) => _records[KeyOf(record)] = record;

    internal void Remove(DnsRecord record) => _records.TryRemove(KeyOf(record), out _);

    private static (string, string, string) KeyOf(DnsRecord record) => (record.HostedZone, record.Name, record.Type);
}
