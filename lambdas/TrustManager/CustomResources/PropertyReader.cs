using System.Globalization;
using System.Text.RegularExpressions;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CustomResources;

/// <summary>
/// Turns properties into values and gathers what cannot be read, so that all of it is reported at once.
/// </summary>
internal sealed class PropertyReader(ResourceProperties properties)
{
    private static readonly CaArn NoCa = new("", "", "", "");

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Add(string problem) => _problems.Add(problem);

    public CaArn Ca(string name)
    {
        if (CaArn.TryParse(properties[name], out var ca))
        {
            return ca;
        }

        _problems.Add(
            $"{name} is {Seen(name)}; it must be "
                + "arn:<partition>:acm-pca:<region>:<account>:certificate-authority/<id>");
        return NoCa;
    }

    /// <summary>CAs joined by commas; none when the property is absent.</summary>
    public IReadOnlyList<CaArn> Cas(string name)
    {
        var read = new List<CaArn>();
        foreach (var text in properties[name]?.Split(',') ?? [])
        {
            if (CaArn.TryParse(text, out var ca))
            {
                read.Add(ca);
            }
            else
            {
                _problems.Add($"{name} is {Seen(name)}; it must be ARNs of CAs, joined by commas");
                break;
            }
        }

        return read;
    }

    public string Text(string name, Regex form, string allowed)
    {
        if (properties[name] is null)
        {
            _problems.Add($"{name} is missing; it must be {allowed}");
        }

        return Optional(name, form, allowed) ?? "";
    }

    public string? Optional(string name, Regex form, string allowed)
    {
        var value = properties[name];
        if (value is not null && !form.IsMatch(value))
        {
            _problems.Add($"{name} is {Seen(name)}; it must be {allowed}");
        }

        return value;
    }

    public int Whole(string name, int least, int most, int? whenAbsent)
    {
        if (properties[name] is null && whenAbsent is { } absent)
        {
            return absent;
        }

        if (int.TryParse(properties[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
        {
            return value;
        }

        _problems.Add($"{name} is {Seen(name)}; it must be a whole number from {least} to {most}");
        return least;
    }

    public bool Flag(string name, bool whenAbsent)
    {
        if (properties[name] is not { } text)
        {
            return whenAbsent;
        }

        if (!bool.TryParse(text, out var value))
        {
            _problems.Add($"{name} is {Seen(name)}; it must be true or false");
        }

        return value;
    }

    private string Seen(string name) => properties[name] switch
    {
        null => "missing",
        { Length: > 100 } value => $"'{value[..100]}...'",
        var value => $"'{value}'",
    };
}
