using System.Globalization;
using System.Text;

namespace Infra.TrustManager.CaCertificates;

/// <summary>Text of others, made safe to show.</summary>
/// <remarks>
/// Names in certificates, keys of objects and members of events are whatever their writer chose: they could add lines
/// to a message, control a terminal, or change the order in which a text is read. Shown as <c>\u000a</c>: control
/// characters (C0, C1), line and paragraph separators, format characters, of which the controls of bidirectional text
/// are some, what Unicode does not define, and halves of surrogate pairs.
/// </remarks>
public static class Printable
{
    /// <summary>
    /// A value that becomes part of a text. A backslash that would read as the beginning of <c>\u000a</c> is shown as
    /// <c>\u005c</c>, so that different values never look the same.
    /// </summary>
    public static string Value(string text) => Shown(text, c => IsHidden(c) || c == '\\');

    /// <summary>A whole text, of which values are part already: line feeds are its own.</summary>
    public static string Text(string text) => Shown(text, c => IsHidden(c) && c != '\n');

    /// <summary>A JSON document: what is hidden in its strings becomes JSON's own escape.</summary>
    public static string Json(string document) => Text(document);

    /// <summary>The beginning of a text that is longer than <paramref name="most"/> characters.</summary>
    /// <remarks>
    /// Never cut inside a surrogate pair: JSON replaces a half of one, so that a state that holds it would differ from
    /// what is seen with every run.
    /// </remarks>
    public static string Truncate(string text, int most) => text.Length <= most
        ? text
        : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "...";

    private static string Shown(string text, Func<char, bool> isSuspect)
    {
        if (!text.Any(isSuspect) && !text.Any(char.IsSurrogate))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogatePair(text, i) && !IsHidden(CharUnicodeInfo.GetUnicodeCategory(text, i)))
            {
                shown.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c) || (isSuspect(c) && !(c == '\\' && !IsEscape(text, i))))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                shown.Append(c);
            }
        }

        return shown.ToString();
    }

    private static bool IsEscape(string text, int at) => at + 1 < text.Length && text[at + 1] == 'u';

    private static bool IsHidden(char c) => c >= '\u007f' ? IsHidden(char.GetUnicodeCategory(c)) : c < ' ';

    private static bool IsHidden(UnicodeCategory category) => category is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
}
