using System.Text.RegularExpressions;

namespace Infra.Local.Years.People;

/// <summary>Tells kinds of messages apart by their subjects.</summary>
public static partial class LetterKinds
{
    /// <summary>How many messages of each kind, most first.</summary>
    public static IReadOnlyList<(string Kind, int Count)> Of(IEnumerable<Letter> letters) =>
    [
        .. letters.CountBy(letter => Kind(letter.Subject))
            .OrderByDescending(kind => kind.Value)
            .ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => (kind.Key, kind.Value)),
    ];

    /// <summary>The subject without what differs from one message to the next: names, ids and numbers.</summary>
    private static string Kind(string subject) =>
        Number().Replace(Name().Replace(Id().Replace(subject, "…"), "'…'"), "#");

    [GeneratedRegex("'[^']*'|\"[^\"]*\"")]
    private static partial Regex Name();

    [GeneratedRegex("d-[0-9a-f]{10}|c-[0-9a-f]{10}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Number();
}
