using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates;

/// <summary>X.501 names as people and Directory Service see them.</summary>
internal static class DistinguishedName
{
    private const string CommonName = "2.5.4.3";

    /// <summary>The common name, the most specific where there are several; else the name's last part.</summary>
    public static string CommonNameOf(X500DistinguishedName name)
    {
        var attributes = name.EnumerateRelativeDistinguishedNames(reversed: true).SelectMany(Attributes).ToList();
        var found = attributes.FirstOrDefault(attribute => attribute.Type == CommonName);
        return found.Value ?? attributes.FirstOrDefault().Value ?? "";
    }

    /// <summary>True when both mean the same; case and string type differ between the two at times.</summary>
    public static bool AreSame(X500DistinguishedName one, X500DistinguishedName other) =>
        one.RawData.AsSpan().SequenceEqual(other.RawData)
        || string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);

    private static List<(string Type, string? Value)> Attributes(X500RelativeDistinguishedName part)
    {
        var attributes = new List<(string Type, string? Value)>();
        var set = new AsnReader(part.RawData, AsnEncodingRules.BER).ReadSetOf(skipSortOrderValidation: true);
        while (set.HasData)
        {
            var attribute = set.ReadSequence();
            attributes.Add((attribute.ReadObjectIdentifier(), Text(attribute)));
        }

        return attributes;
    }

    /// <summary>Null for a value that is no text.</summary>
    private static string? Text(AsnReader value)
    {
        try
        {
            return value.PeekTag() is { TagClass: TagClass.Universal } tag
                ? value.ReadCharacterString((UniversalTagNumber)tag.TagValue)
                : null;
        }
        catch (Exception exception) when (exception is AsnContentException or ArgumentException)
        {
            return null;
        }
    }
}
