namespace Infra.TrustManager.Memory;

/// <summary>Keeps what was done, and no more than a memory should hold.</summary>
public static class MemoryHistory
{
    public static TrustMemory Noting(this TrustMemory memory, HistoryEntry entry) => memory with
    {
        History = [.. memory.History.TakeLast(TrustMemory.MaxHistory - 1), entry],
    };
}
