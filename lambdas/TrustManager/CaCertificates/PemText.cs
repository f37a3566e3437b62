using System.Text;
using System.Text.RegularExpressions;

namespace Infra.TrustManager.CaCertificates;

/// <summary>The blocks of a PEM text (RFC 7468), with any text before, between and after them.</summary>
/// <remarks>
/// <see cref="System.Security.Cryptography.PemEncoding"/> passes over a block that is damaged as if it were such text;
/// a certificate that is silently left out is a chain that is silently incomplete.
/// </remarks>
internal sealed partial class PemText
{
    /// <summary>Windows editors put it before the first line; it is no white space.</summary>
    private const char ByteOrderMark = '\uFEFF';

    private const string Begin = "-----BEGIN";
    private const string End = "-----END";

    private readonly string _source;
    private readonly ProblemList _problems;
    private readonly List<PemBlock> _blocks = [];
    private OpenBlock? _open;

    private PemText(string source, ProblemList problems) => (_source, _problems) = (source, problems);

    /// <summary>Problems name lines, never what stands on them: it may be a key.</summary>
    /// <param name="source">Begins every problem.</param>
    /// <param name="problems">Gets them.</param>
    public static IReadOnlyList<PemBlock> Read(string source, string text, ProblemList problems)
    {
        var read = new PemText(source, problems);
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            read.Line(++number, line.Trim().Trim(ByteOrderMark));
        }

        if (read._open is { IsDamaged: false, Line: var begun })
        {
            problems.Add(() =>
                $"{source} begins a block on line {begun} that never ends; copy the file again, up to its END line.");
        }

        return read._blocks;
    }

    private void Line(int number, ReadOnlySpan<char> line)
    {
        var (begin, end) = (line.LastIndexOf(Begin), line.LastIndexOf(End));
        if (begin < 0 && end < 0)
        {
            _open?.Base64.Append(line);
        }
        else if (Boundary().Match(line.ToString()) is { Success: true } boundary)
        {
            var label = boundary.Groups["label"].Value;
            if (begin >= 0)
            {
                Begins(number, label);
            }
            else
            {
                Ends(number, label);
            }
        }
        else
        {
            _problems.Add(() =>
                $"{_source} has a PEM boundary on line {number} that is not alone on its line; give "
                + "'-----BEGIN CERTIFICATE-----' and '-----END CERTIFICATE-----' lines of their own.");

            // What the line begins ends somewhere below; that is no problem of its own.
            _open = begin > end ? new OpenBlock("", number, IsDamaged: true) : null;
        }
    }

    private void Begins(int number, string label)
    {
        if (_open is { IsDamaged: false, Line: var opened })
        {
            _problems.Add(() =>
                $"{_source} begins a block on line {number} inside the one of line {opened}, whose END line is "
                + "missing; copy the file again, whole.");
        }

        _open = new OpenBlock(label, number);
    }

    private void Ends(int number, string label)
    {
        if (_open is null)
        {
            _problems.Add(() =>
                $"{_source} ends a block '{label}' on line {number} that never began; copy the file again, from its "
                + "BEGIN line.");
        }
        else if (_open is { IsDamaged: false, Line: var opened } && _open.Label != label)
        {
            _problems.Add(() =>
                $"{_source} ends a block '{label}' on line {number}, but the one that is open since line {opened} is "
                + "of another kind; copy the file again, whole.");
        }
        else if (!_open.IsDamaged)
        {
            _blocks.Add(new PemBlock(label, _open.Line, _open.Base64.ToString()));
        }

        _open = null;
    }

    /// <summary>A label has single hyphens and blanks (RFC 7468, 3): two boundaries in a line are not one.</summary>
    [GeneratedRegex(
        "^-----(BEGIN|END) (?<label>(?=.{1,60}$)[A-Za-z0-9#]+([ -][A-Za-z0-9#]+)*)-----$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();

    /// <param name="IsDamaged">Its first line is a problem already.</param>
    private sealed record OpenBlock(string Label, int Line, bool IsDamaged = false)
    {
        public StringBuilder Base64 { get; } = new();
    }
}
