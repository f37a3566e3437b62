using System.Text.RegularExpressions;

namespace Infra.Local.Events.Patterns;

/// <summary>The ways in which a pattern compares text.</summary>
internal static class TextComparison
{
    /// <param name="name">Name in the pattern, such as <c>prefix</c>.</param>
    /// <param name="wanted">What the pattern gives.</param>
    /// <returns>Null when there is no comparison of that name.</returns>
    public static Func<string, bool>? Find(string name, string wanted) => name switch
    {
        "prefix" => text => text.StartsWith(wanted, StringComparison.Ordinal),
        "suffix" => text => text.EndsWith(wanted, StringComparison.Ordinal),
        "equals-ignore-case" => text => text.Equals(wanted, StringComparison.OrdinalIgnoreCase),
        "wildcard" => Wildcard(wanted),
        _ => null,
    };

    /// <summary>A star is any characters; a backslash takes the meaning from a star or backslash.</summary>
    private static Func<string, bool> Wildcard(string wanted)
    {
        var form = Regex.Replace(
            wanted,
            @"\\[*\\]|\*+|[^*\\]+|\\",
            part => part.Value[0] == '*' ? ".*" : Regex.Escape(Unescaped(part.Value)));

        // Time that grows with the text only, whatever the pattern.
        var regex = new Regex(
            $@"\A{form}\z", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return regex.IsMatch;
    }

    private static string Unescaped(string part) => part.Length == 2 && part[0] == '\\' ? part[1..] : part;
}
