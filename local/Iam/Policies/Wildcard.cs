using System.Collections.Immutable;

namespace Infra.Local.Iam.Policies;

/// <summary>A pattern in which <c>*</c> stands for any run of characters and <c>?</c> for exactly one.</summary>
/// <remarks>Characters that came from a policy variable stand for themselves, so a variable's value can never widen a policy.</remarks>
public sealed class Wildcard
{
    private enum Kind
    {
        Literal,
        AnyOne,
        AnyRun,
    }

    private readonly ImmutableArray<(Kind Kind, char Character)> _symbols;

    private Wildcard(ImmutableArray<(Kind, char)> symbols) => _symbols = symbols;

    public static Wildcard Parse(string pattern) => new([.. pattern.Select(Symbol)]);

    /// <summary>Text that stands for itself.</summary>
    public static Wildcard Literal(string text) => new([.. text.Select(character => (Kind.Literal, character))]);

    public Wildcard Then(Wildcard next) => new(_symbols.AddRange(next._symbols));

    /// <summary>The pattern's parts between colons; the last of <paramref name="count"/> parts keeps its colons.</summary>
    public IReadOnlyList<Wildcard> SplitAtColons(int count)
    {
        var parts = new List<Wildcard>();
        var start = 0;
        for (var i = 0; i < _symbols.Length && parts.Count < count - 1; i++)
        {
            if (_symbols[i] == (Kind.Literal, ':'))
            {
                parts.Add(new Wildcard(_symbols[start..i]));
                start = i + 1;
            }
        }

        return [.. parts, new Wildcard(_symbols[start..])];
    }

    /// <summary>Whether the whole of <paramref name="value"/> fits, in time linear in pattern times value.</summary>
    public bool Matches(string value, StringComparison comparison)
    {
        var (position, symbol) = (0, 0);
        var (runSymbol, runPosition) = (-1, 0);
        while (position < value.Length)
        {
            if (symbol < _symbols.Length && _symbols[symbol].Kind == Kind.AnyRun)
            {
                (runSymbol, runPosition) = (symbol++, position);
            }
            else if (symbol < _symbols.Length && Fits(_symbols[symbol], value[position], comparison))
            {
                position++;
                symbol++;
            }
            else if (runSymbol >= 0)
            {
                // The last run takes one character more; an earlier run can never need to.
                (position, symbol) = (++runPosition, runSymbol + 1);
            }
            else
            {
                return false;
            }
        }

        return _symbols.Skip(symbol).All(rest => rest.Kind == Kind.AnyRun);
    }

    private static (Kind Kind, char Character) Symbol(char character) => character switch
    {
        '*' => (Kind.AnyRun, character),
        '?' => (Kind.AnyOne, character),
        _ => (Kind.Literal, character),
    };

    private static bool Fits((Kind Kind, char Character) symbol, char character, StringComparison comparison) =>
        symbol.Kind == Kind.AnyOne
        || (symbol.Kind == Kind.Literal && MemoryExtensions.Equals([symbol.Character], [character], comparison));
}
