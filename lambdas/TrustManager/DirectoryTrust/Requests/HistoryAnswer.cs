using Infra.TrustManager.Memory;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>What was done to a directory, oldest first.</summary>
public sealed record HistoryAnswer(string Text, IReadOnlyList<HistoryEntry> Entries)
{
    /// <summary>
    /// Most characters of all entries together. Each is in the answer twice and may take 6 bytes of JSON; Lambda returns
    /// at most 6 MB (quotas, invocation payload, synchronous). A thousand entries of the usual length fit.
    /// </summary>
    private const int MaxLength = 400_000;

    public static HistoryAnswer Of(string directoryId, IReadOnlyList<HistoryEntry> entries)
    {
        if (entries.Count == 0)
        {
            return new HistoryAnswer(
                $"Nothing was done to directory {directoryId} since its history is kept.", entries);
        }

        var (left, lines) = (MaxLength, new List<string>());
        foreach (var line in entries.Reverse().Select(entry => entry.Describe()))
        {
            if ((left -= line.Length) < 0)
            {
                break;
            }

            lines.Insert(0, line);
        }

        var omitted = entries.Count - lines.Count;
        if (omitted > 0)
        {
            lines.Insert(0, $"{omitted} earlier entries are too long to be shown.");
        }

        return new HistoryAnswer(string.Join('\n', lines), [.. entries.Skip(omitted)]);
    }
}
