using System.Text;
using System.Text.RegularExpressions;

namespace Infra.TrustManager.CaCertificates;

/// <summary>The blocks of a PEM text (RFC 7468), with any text before, between and after them.</summary>
/// <remarks>
/// <see cref="System.Security.Cryptography.PemEncoding"/> passes over a block that is damaged as if it were such text;
/// a certificate that is silently left out is a chain that is silently incomplete.
/// </remarks>
internal sealed partial record PemText(IReadOnlyList<PemBlock> Blocks, IReadOnlyList<string> Problems)
{
    /// <summary>Problems name lines, never what stands on them: it may be a key.</summary>
    public static PemText Read(string text)
    {
        var (blocks, problems) = (new List<PemBlock>(), new List<string>());
        (string Label, int Line, StringBuilder Base64)? open = null;
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var trimmed = line.Trim().Trim(ByteOrderMark).ToString();
            if (Boundary().Match(trimmed) is { Success: true } boundary)
            {
                var (begins, label) = (boundary.Groups["kind"].Value == "BEGIN", boundary.Groups["label"].Value);
                if (begins && open is null)
                {
                    open = (label, number, new StringBuilder());
                }
                else if (!begins && open is { } block && block.Label == label)
                {
                    blocks.Add(new PemBlock(label, block.Line, block.Base64.ToString()));
                    open = null;
                }
                else
                {
                    problems.Add(Unpaired(begins, label, number, open?.Line));
                    open = begins ? (label, number, new StringBuilder()) : null;
                }
            }
            else if (trimmed.Contains("-----BEGIN", StringComparison.Ordinal)
                || trimmed.Contains("-----END", StringComparison.Ordinal))
            {
                problems.Add(
                    $"has a PEM boundary on line {number} that is not alone on its line; give "
                    + "'-----BEGIN CERTIFICATE-----' and '-----END CERTIFICATE-----' lines of their own");
            }
            else
            {
                open?.Base64.Append(trimmed);
            }
        }

        if (open is { } unfinished)
        {
            problems.Add(
                $"begins a block on line {unfinished.Line} that never ends; copy the file again, up to its END line");
        }

        return new PemText(blocks, problems);
    }

    /// <summary>Windows editors put it before the first line; it is no white space.</summary>
    private const char ByteOrderMark = '\uFEFF';

    private static string Unpaired(bool begins, string label, int line, int? openedOn) =>
        (begins, openedOn) switch
        {
            (true, { } opened) =>
                $"begins a block on line {line} inside the one of line {opened}, whose END line is missing; copy the "
                + "file again, whole",
            (false, { } opened) =>
                $"ends a block '{label}' on line {line}, but the one that is open since line {opened} is of another "
                + "kind; copy the file again, whole",
            _ => $"ends a block '{label}' on line {line} that never began; copy the file again, from its BEGIN line",
        };

    [GeneratedRegex(
        "^-----(?<kind>BEGIN|END) (?<label>[A-Za-z0-9 #-]{1,60})-----$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();
}
