namespace Infra.CrlResponder.Cache;

/// <summary>Entries of the keys asked for lately, bounded in number and bytes; the one not used for longest goes first.</summary>
/// <remarks>Not thread-safe: Lambda hands an instance one request at a time.</remarks>
public sealed class DocumentCache
{
    /// <summary>
    /// Most entries. Clients can only add one for an object that exists; a bucket has one CRL per CA or partition and 200 CAs
    /// a Region (Private CA quotas), so 256 hold them all.
    /// </summary>
    public const int MaxEntries = 256;

    /// <summary>
    /// Most bytes of base64: 32 of the largest documents that fit a load balancer's answer, and a part of the smallest memory
    /// (128 MB) that leaves room for the runtime and the S3 client.
    /// </summary>
    public const long MaxBytes = 32_000_000;

    private readonly Dictionary<string, LinkedListNode<(string Key, CacheEntry Entry)>> _byKey = [];
    private readonly LinkedList<(string Key, CacheEntry Entry)> _byUse = new();

    public int Count => _byKey.Count;

    public long Bytes { get; private set; }

    /// <summary>The entry of a key, which thereby becomes the one used last.</summary>
    public CacheEntry? Find(string key)
    {
        if (!_byKey.TryGetValue(key, out var node))
        {
            return null;
        }

        _byUse.Remove(node);
        _byUse.AddFirst(node);
        return node.Value.Entry;
    }

    public void Put(string key, CacheEntry entry)
    {
        Remove(key);
        _byKey[key] = _byUse.AddFirst((key, entry));
        Bytes += Size(entry);

        while (_byUse.Count > 1 && (_byUse.Count > MaxEntries || Bytes > MaxBytes))
        {
            Remove(_byUse.Last!.Value.Key);
        }
    }

    public void Remove(string key)
    {
        if (_byKey.Remove(key, out var node))
        {
            _byUse.Remove(node);
            Bytes -= Size(node.Value.Entry);
        }
    }

    private static long Size(CacheEntry entry) => entry.Document?.Base64.Length ?? 0;
}
