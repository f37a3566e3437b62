namespace Infra.CrlResponder.Conditions;

/// <summary>Reads <c>If-None-Match</c> (RFC 9110 section 13.1.2): <c>*</c> or a list of entity tags.</summary>
public static class EntityTagList
{
    /// <summary>True when the field names <paramref name="entityTag"/> in the weak comparison; a malformed field names nothing.</summary>
    public static bool Names(ReadOnlySpan<char> field, ReadOnlySpan<char> entityTag)
    {
        field = field.Trim(" \t");
        if (field is "*")
        {
            return true;
        }

        var found = false;
        while (!field.IsEmpty)
        {
            if (field[0] == ',')
            {
                field = field[1..].TrimStart(" \t"); // empty list elements are allowed (section 5.6.1.2)
                continue;
            }

            if (TakeTag(ref field) is not { IsEmpty: false } tag || !(field.IsEmpty || field[0] == ','))
            {
                return false;
            }

            found |= tag.SequenceEqual(entityTag);
        }

        return found;
    }

    /// <summary>The opaque tag with its quotes, without <c>W/</c>: a weak comparison does not ask for it. Empty when malformed.</summary>
    private static ReadOnlySpan<char> TakeTag(ref ReadOnlySpan<char> field)
    {
        var start = field.StartsWith("W/") ? field[2..] : field;
        if (start.IsEmpty || start[0] != '"')
        {
            return [];
        }

        var end = start[1..].IndexOf('"');
        if (end < 0 || start.Slice(1, end).ContainsAnyInRange('\0', ' ') || start.Slice(1, end).Contains('\x7f'))
        {
            return [];
        }

        field = start[(end + 2)..].TrimStart(" \t");
        return start[..(end + 2)];
    }
}
