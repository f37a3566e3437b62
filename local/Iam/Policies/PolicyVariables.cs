using System.Text.RegularExpressions;

namespace Infra.Local.Iam.Policies;

/// <summary>Replaces <c>${aws:PrincipalAccount}</c> and the like in resources and in conditions on strings and ARNs.</summary>
/// <remarks>
/// <c>${key, 'default'}</c> gives a value for a missing key; <c>${*}</c>, <c>${?}</c> and <c>${$}</c> are those characters
/// themselves. Policies of version 2008-10-17 have no variables (IAM user guide, "Policy variables").
/// </remarks>
public sealed partial class PolicyVariables
{
    private readonly RequestContext? _context;

    private PolicyVariables(RequestContext? context) => _context = context;

    /// <summary>For text in which <c>${…}</c> means nothing.</summary>
    public static PolicyVariables None { get; } = new(null);

    public static PolicyVariables Of(RequestContext context) => new(context);

    /// <summary>The text with values in it; null when a variable has neither a value nor a default.</summary>
    public string? Substitute(string text) => PartsOf(text) is { } parts ? string.Concat(parts.Select(part => part.Text)) : null;

    /// <summary>The pattern with values in it that stand for themselves; null when a variable has neither a value nor a default.</summary>
    public Wildcard? Expand(string pattern) => PartsOf(pattern)?.Aggregate(
        Wildcard.Literal(""),
        (expanded, part) => expanded.Then(part.IsValue ? Wildcard.Literal(part.Text) : Wildcard.Parse(part.Text)));

    private List<(string Text, bool IsValue)>? PartsOf(string text)
    {
        if (_context is null)
        {
            return [(text, false)];
        }

        var parts = new List<(string Text, bool IsValue)>();
        var end = 0;
        foreach (Match variable in Variable().Matches(text))
        {
            if (ValueOf(variable.Groups[1].Value, _context) is not { } value)
            {
                return null;
            }

            parts.Add((text[end..variable.Index], false));
            parts.Add((value, true));
            end = variable.Index + variable.Length;
        }

        return [.. parts, (text[end..], false)];
    }

    private static string? ValueOf(string name, RequestContext context)
    {
        if (name is "*" or "?" or "$")
        {
            return name;
        }

        var (key, fallback) = name.Split(',', 2) is [var first, var second] ? (first, second.Trim().Trim('\'')) : (name, null);
        return context.Find(key.Trim()) ?? fallback;
    }

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Variable();
}
