using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Infra.Local.PrivateCa.Requests;

/// <summary>The API's <c>ASN1Subject</c>.</summary>
/// <param name="Document">As it was sent; it comes back in descriptions.</param>
/// <param name="Name">The X.500 name that it stands for.</param>
public sealed record AuthoritySubject(JsonObject Document, X500DistinguishedName Name)
{
    private const string Printable = "[a-zA-Z0-9'()+-.?:/= ]*";

    /// <summary>Members in the order in which they become relative names, with their object identifiers and limits.</summary>
    private static readonly (string Member, string Oid, int Minimum, int Maximum, string? Pattern)[] Attributes =
    [
        ("Country", "2.5.4.6", 2, 2, "[A-Za-z]{2}"),
        ("Organization", "2.5.4.10", 0, 64, null),
        ("OrganizationalUnit", "2.5.4.11", 0, 64, null),
        ("DistinguishedNameQualifier", "2.5.4.46", 0, 64, Printable),
        ("State", "2.5.4.8", 0, 128, null),
        ("CommonName", "2.5.4.3", 0, 64, null),
        ("SerialNumber", "2.5.4.5", 0, 64, Printable),
        ("Locality", "2.5.4.7", 0, 128, null),
        ("Title", "2.5.4.12", 0, 64, null),
        ("Surname", "2.5.4.4", 0, 40, null),
        ("GivenName", "2.5.4.42", 0, 16, null),
        ("Initials", "2.5.4.43", 0, 5, null),
        ("Pseudonym", "2.5.4.65", 0, 128, null),
        ("GenerationQualifier", "2.5.4.44", 0, 3, null),
    ];

    public static AuthoritySubject Read(MemberReader reader)
    {
        var named = Attributes
            .Select(a => (a.Oid, Value: reader.Text(a.Member, a.Minimum, a.Maximum, a.Pattern), IsPrintable: a.Pattern is not null))
            .Where(a => a.Value is not null)
            .Select(a => (a.Oid, Value: a.Value!, a.IsPrintable))
            .ToList();
        var custom = reader.Structures("CustomAttributes", 150)
            .Select(a => (a.RequiredText("ObjectIdentifier", 0, 64), a.RequiredText("Value", 1, 256), IsPrintable: false));

        // Before encoding: a value outside its limits may not be encodable at all.
        reader.ThrowIfInvalid();
        return new AuthoritySubject((JsonObject)reader.Document.DeepClone(), Encode([.. named, .. custom]));
    }

    private static X500DistinguishedName Encode(IReadOnlyList<(string Oid, string Value, bool IsPrintable)> attributes)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var (oid, value, isPrintable) in attributes)
            {
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(oid);
                    writer.WriteCharacterString(isPrintable ? UniversalTagNumber.PrintableString : UniversalTagNumber.UTF8String, value);
                }
            }
        }

        return new X500DistinguishedName(writer.Encode());
    }
}
