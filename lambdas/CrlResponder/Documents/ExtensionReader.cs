using System.Formats.Asn1;

namespace Infra.CrlResponder.Documents;

/// <summary>Reads <c>Extensions</c> (RFC 5280 section 4.1.2.9), one after the other.</summary>
internal ref struct ExtensionReader(DerSpan extensions)
{
    private DerSpan _extensions = extensions;

    private ReadOnlySpan<byte> _oid;

    /// <summary>What the octet string of the extension that was read last holds.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Reads the next one; false at the end.</summary>
    /// <exception cref="AsnContentException">It is not an extension.</exception>
    public bool Read()
    {
        if (_extensions.IsAtEnd)
        {
            return false;
        }

        var extension = _extensions.Sequence();
        _oid = extension.EncodedObjectIdentifier();
        if (extension.IsNext(Asn1Tag.Boolean))
        {
            _ = extension.Boolean();
        }

        Value = extension.OctetString();
        extension.End();
        return true;
    }

    /// <summary>Whether the extension that was read last has this identifier.</summary>
    public readonly bool IsNamed(ReadOnlySpan<byte> encodedOid) => _oid.SequenceEqual(encodedOid);
}
