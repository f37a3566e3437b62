using System.Formats.Asn1;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.FirstCrl;

/// <summary>What a CRL says of itself (RFC 5280, 5.1); its entries are not looked at.</summary>
internal sealed record CertificateList
{
    private const string AuthorityKeyIdentifier = "2.5.29.35";
    private const string IssuingDistributionPoint = "2.5.29.28";

    /// <summary>Last two-digit year of a UTCTime (RFC 5280, 4.1.2.5.1).</summary>
    private const int LastShortYear = 2049;

    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Uri = new(TagClass.ContextSpecific, 6);

    public required DistinguishedName Issuer { get; init; }

    public required DateTimeOffset ThisUpdate { get; init; }

    /// <summary>Null without one, which RFC 5280 does not allow.</summary>
    public DateTimeOffset? NextUpdate { get; init; }

    /// <summary>Upper-case hexadecimal; null where the list gives none.</summary>
    public string? AuthorityKeyId { get; init; }

    /// <summary>URLs of the issuing distribution point; null without the extension.</summary>
    public IReadOnlyList<string>? IssuedAt { get; init; }

    public required SignedContent Signed { get; init; }

    /// <exception cref="AsnContentException">It is no CRL.</exception>
    public static CertificateList Read(ReadOnlyMemory<byte> der)
    {
        var outer = new AsnReader(der, AsnEncodingRules.DER);
        var list = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        var signed = list.ReadEncodedValue();
        var algorithm = list.ReadEncodedValue();
        var signature = list.ReadBitString(out var unusedBits);
        list.ThrowIfNotEmpty();

        var content = new AsnReader(signed, AsnEncodingRules.DER).ReadSequence();
        if (content.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            content.ReadIntegerBytes(); // version
        }

        var signedAlgorithm = content.ReadEncodedValue();
        var issuer = DistinguishedName.Read(content.ReadEncodedValue());
        var thisUpdate = ReadTime(content);
        var nextUpdate = content.HasData && IsTime(content.PeekTag()) ? ReadTime(content) : (DateTimeOffset?)null;
        if (content.HasData && content.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            content.ReadEncodedValue(); // entries
        }

        var extensions = content.HasData ? Extensions(content.ReadSequence(Context0)) : [];
        return new CertificateList
        {
            Issuer = issuer,
            ThisUpdate = thisUpdate,
            NextUpdate = nextUpdate,
            AuthorityKeyId = extensions.TryGetValue(AuthorityKeyIdentifier, out var key) ? KeyIdIn(key) : null,
            IssuedAt = extensions.TryGetValue(IssuingDistributionPoint, out var point) ? UrlsIn(point) : null,
            Signed = new SignedContent(
                new AsnReader(algorithm, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier(),
                signed,
                signature,
                unusedBits == 0 && signedAlgorithm.Span.SequenceEqual(algorithm.Span)),
        };
    }

    private static bool IsTime(Asn1Tag tag) =>
        tag.HasSameClassAndValue(Asn1Tag.UtcTime) || tag.HasSameClassAndValue(Asn1Tag.GeneralizedTime);

    private static DateTimeOffset ReadTime(AsnReader reader) => reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime)
        ? reader.ReadUtcTime(LastShortYear)
        : reader.ReadGeneralizedTime();

    private static Dictionary<string, ReadOnlyMemory<byte>> Extensions(AsnReader wrapped)
    {
        var values = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var sequence = wrapped.ReadSequence();
        while (sequence.HasData)
        {
            var extension = sequence.ReadSequence();
            var oid = extension.ReadObjectIdentifier();
            if (extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
            {
                extension.ReadBoolean(); // critical
            }

            values[oid] = extension.ReadOctetString();
        }

        return values;
    }

    /// <summary>RFC 5280, 4.2.1.1.</summary>
    private static string? KeyIdIn(ReadOnlyMemory<byte> extension)
    {
        var identifier = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        return identifier.HasData && identifier.PeekTag().HasSameClassAndValue(Context0)
            ? Convert.ToHexString(identifier.ReadOctetString(Context0))
            : null;
    }

    /// <summary>RFC 5280, 5.2.5: the full names of the distribution point.</summary>
    private static List<string> UrlsIn(ReadOnlyMemory<byte> extension)
    {
        List<string> urls = [];
        var point = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        if (!point.HasData || !point.PeekTag().HasSameClassAndValue(Context0))
        {
            return urls;
        }

        var name = point.ReadSequence(Context0);
        if (!name.PeekTag().HasSameClassAndValue(Context0))
        {
            return urls;
        }

        var fullName = name.ReadSequence(Context0);
        while (fullName.HasData)
        {
            if (fullName.PeekTag().HasSameClassAndValue(Uri))
            {
                urls.Add(fullName.ReadCharacterString(UniversalTagNumber.IA5String, Uri));
            }
            else
            {
                fullName.ReadEncodedValue();
            }
        }

        return urls;
    }
}
