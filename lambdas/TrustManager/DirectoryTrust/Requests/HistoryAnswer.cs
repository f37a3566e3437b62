using Infra.TrustManager.Memory;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>What was done to a directory, oldest first.</summary>
public sealed record HistoryAnswer(string Text, IReadOnlyList<HistoryEntry> Entries)
{
    public static HistoryAnswer Of(string directoryId, IReadOnlyList<HistoryEntry> entries) => new(
        entries.Count == 0
            ? $"Nothing was done to directory {directoryId} since its history is kept."
            : string.Join('\n', entries.Select(entry => entry.Describe())),
        entries);
}
