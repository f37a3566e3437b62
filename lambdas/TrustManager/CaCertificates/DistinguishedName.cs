using System.Formats.Asn1;

namespace Infra.TrustManager.CaCertificates;

/// <summary>An X.501 name as people and Directory Service see it.</summary>
internal sealed class DistinguishedName
{
    /// <summary>Most general first, each a set of attributes that usually has one.</summary>
    private readonly IReadOnlyList<IReadOnlyList<NameAttribute>> _parts;

    /// <summary>Each part as <see cref="NameAttribute.Canonical"/>, which contains no line end.</summary>
    private readonly string[] _canonical;

    private DistinguishedName(IReadOnlyList<IReadOnlyList<NameAttribute>> parts)
    {
        _parts = parts;
        _canonical = [.. parts.Select(part => string.Join('\r', part.Select(attribute => attribute.Canonical)))];
        Key = string.Join('\n', _canonical);
    }

    /// <summary>Equal for names that mean the same; for comparisons, not for people.</summary>
    public string Key { get; }

    public bool IsEmpty => _parts.Count == 0;

    public IEnumerable<NameAttribute> Attributes => _parts.SelectMany(part => part);

    /// <summary>The common name, the most specific where there are several; else the name's last part.</summary>
    public string CommonName
    {
        get
        {
            var attributes = _parts.Reverse().SelectMany(part => part).ToList();
            var found = attributes.Find(attribute => attribute.Type == NameAttribute.CommonName);
            return (found ?? attributes.FirstOrDefault())?.Value ?? "";
        }
    }

    /// <exception cref="AsnContentException">It is no name.</exception>
    public static DistinguishedName Read(ReadOnlyMemory<byte> der)
    {
        var reader = new AsnReader(der, AsnEncodingRules.BER);
        var sequence = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var parts = new List<IReadOnlyList<NameAttribute>>();
        while (sequence.HasData)
        {
            var set = sequence.ReadSetOf(skipSortOrderValidation: true);
            var part = new List<NameAttribute>();
            do
            {
                part.Add(NameAttribute.Read(set));
            }
            while (set.HasData);
            parts.Add(part);
        }

        return new DistinguishedName(parts);
    }

    /// <summary>True when both mean the same; see <see cref="NameAttribute.Canonical"/>.</summary>
    public bool IsSameAs(DistinguishedName other) => Key == other.Key;

    /// <summary>True when the parts of <paramref name="other"/> are the most general ones of this name.</summary>
    public bool IsWithin(DistinguishedName other) => _canonical.AsSpan().StartsWith(other._canonical);

    /// <summary>As .NET writes it: the most specific part first, <c>CN=Corp Root, O=Example</c>.</summary>
    public override string ToString() => string.Join(", ", _parts.Reverse().Select(part => string.Join(" + ", part)));
}
