using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Issuing;

/// <summary>The API's <c>SubjectAlternativeNames</c> as an extension; RFC 5280 section 4.2.1.6.</summary>
public static class SubjectAlternativeNames
{
    public const string Oid = "2.5.29.17";

    public static X509Extension Read(IEnumerable<MemberReader> names)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var name in names)
            {
                Write(writer, name);
            }
        }

        return new X509Extension(Oid, writer.Encode(), critical: false);
    }

    private static void Write(AsnWriter writer, MemberReader name)
    {
        if (name.Structure("OtherName") is { } other)
        {
            WriteOtherName(writer, other.RequiredText("TypeId", 1, 64), other.RequiredText("Value", 0, 256), name);
        }
        else if (name.Structure("DirectoryName") is { } directory)
        {
            // [4] is explicit here, since Name is a CHOICE.
            using (writer.PushSequence(Tag(4, isConstructed: true)))
            {
                writer.WriteEncodedValue(AuthoritySubject.Read(directory).Name.RawData);
            }
        }
        else if (name.Text("IpAddress", 0, 39) is { } address)
        {
            writer.WriteOctetString(
                IPAddress.TryParse(address, out var parsed)
                    ? parsed.GetAddressBytes()
                    : throw PrivateCaErrors.InvalidArgs($"'{address}' is not an IP address."),
                Tag(7));
        }
        else if (name.Text("RegisteredId", 0, 64) is { } id)
        {
            writer.WriteObjectIdentifier(id, Tag(8));
        }
        else
        {
            WriteText(writer, name);
        }
    }

    private static void WriteText(AsnWriter writer, MemberReader name)
    {
        (int Tag, string? Value)[] choices =
        [
            (1, name.Text("Rfc822Name", 0, 256)),
            (2, name.Text("DnsName", 0, 253)),
            (6, name.Text("UniformResourceIdentifier", 0, 253)),
        ];
        var (tag, value) = Array.Find(choices, choice => choice.Value is not null);
        if (value is null)
        {
            throw PrivateCaErrors.NotEmulated($"the general name {name.Document.ToJsonString()}");
        }

        writer.WriteCharacterString(UniversalTagNumber.IA5String, value, Tag(tag));
    }

    /// <summary>A user principal name, for example, has the type 1.3.6.1.4.1.311.20.2.3.</summary>
    private static void WriteOtherName(AsnWriter writer, string typeId, string value, MemberReader name)
    {
        name.ThrowIfInvalid();
        using (writer.PushSequence(Tag(0, isConstructed: true)))
        {
            writer.WriteObjectIdentifier(typeId);
            using (writer.PushSequence(Tag(0, isConstructed: true)))
            {
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, value);
            }
        }
    }

    private static Asn1Tag Tag(int number, bool isConstructed = false) =>
        new(TagClass.ContextSpecific, number, isConstructed);
}
